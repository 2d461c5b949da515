package dev.parley.server.realtime;

import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.VadSettings;
import dev.parley.wire.session.TurnDetection;
import java.time.Duration;
import java.util.Optional;

/**
 * How the caller's turns are found.
 *
 * @param vad when sound becomes speech
 * @param turns when silence becomes the end of a turn
 */
record Listening(VadSettings vad, TurnSettings turns) {

  /** A turn that never ends is ended, so that somebody may answer it. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

  /** Whoever asks for certainty gets no more than this, or nobody would ever be heard. */
  private static final double SUREST = 0.99;

  /**
   * As a client wants it.
   *
   * @param own the detector's own operating point, which a threshold of one half stands for
   */
  static Listening of(TurnDetection how, VadSettings own) {
    return switch (how) {
      case TurnDetection.ServerVad vad -> {
        Duration silence = Duration.ofMillis(vad.silenceDurationMs());
        yield new Listening(
            own.withBias(own.bias() - logOdds(vad.threshold()))
                .withMinSilence(TurnTaking.release(silence)),
            new TurnSettings(silence, silence, LONGEST_TURN));
      }
      case TurnDetection.SemanticVad vad ->
          new Listening(own, TurnSettings.of(TurnTaking.eagerness(vad)));
    };
  }

  /** The switch of a {@link ListeningKernel}: empty is off. */
  record Setting(Optional<Listening> listening) {}

  private static double logOdds(double probability) {
    double p = Math.clamp(probability, 1 - SUREST, SUREST);
    return Math.log(p / (1 - p));
  }
}
