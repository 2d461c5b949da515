package dev.parley.server.realtime;

import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.VadSettings;
import dev.parley.audio.vad.VadTuning;
import dev.parley.wire.session.TurnDetection;
import java.time.Duration;
import java.util.Optional;

/**
 * How the caller's turns are found.
 *
 * @param vad when sound becomes speech, if anybody listens
 * @param turns when silence becomes the end of a turn
 */
record Listening(VadTuning vad, TurnTuning turns) {

  /**
   * As a client wants it.
   *
   * @param own the detector's own operating point, which a threshold of one half stands for
   */
  static Listening of(Optional<TurnDetection> wish, VadSettings own) {
    return wish.map(how -> of(how, own))
        .orElseGet(() -> new Listening(VadTuning.off(), TurnTuning.off()));
  }

  private static Listening of(TurnDetection how, VadSettings own) {
    return switch (how) {
      case TurnDetection.ServerVad vad -> {
        Duration silence = Duration.ofMillis(vad.silenceDurationMs());
        yield new Listening(
            own.withThreshold(vad.threshold()).noSlowerThan(silence), TurnSettings.after(silence));
      }
      case TurnDetection.SemanticVad vad ->
          new Listening(own, TurnSettings.of(TurnTaking.eagerness(vad)));
    };
  }
}
