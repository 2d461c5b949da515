package dev.parley.server.realtime;

import dev.parley.audio.turn.Eagerness;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.engine.turn.TurnPolicy.Owner;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionKind;
import dev.parley.wire.session.TurnDetection;
import java.time.Duration;
import java.util.Optional;

/** What a session's settings mean for how turns are taken and found. */
final class TurnTaking {

  private TurnTaking() {}

  static TurnPolicy policy(SessionConfig config) {
    TurnPolicy policy = TurnPolicy.defaults();
    boolean answers = config.kind() == SessionKind.REALTIME;
    return config
        .input()
        .turnDetection()
        .map(
            how ->
                policy
                    .withOwner(Owner.ENGINE)
                    .withCreateResponse(answers && how.createResponse())
                    .withInterruptResponse(how.interruptResponse()))
        .orElseGet(() -> policy.withOwner(Owner.CLIENT).withInterruptResponse(false));
  }

  /** How much audio before the onset belongs to a turn. */
  static Duration prefixPadding(TurnDetection how) {
    return switch (how) {
      case TurnDetection.ServerVad vad -> Duration.ofMillis(vad.prefixPaddingMs());
      case TurnDetection.SemanticVad vad ->
          Duration.ofMillis(TurnDetection.ServerVad.defaults().prefixPaddingMs());
    };
  }

  /** When the silence is answered; who only writes down what is said never speaks. */
  static Optional<Duration> idleTimeout(SessionConfig config) {
    return config
        .input()
        .turnDetection()
        .filter(how -> config.kind() == SessionKind.REALTIME)
        .filter(TurnDetection.ServerVad.class::isInstance)
        .map(TurnDetection.ServerVad.class::cast)
        .filter(vad -> vad.idleTimeoutMs().isPresent())
        .map(vad -> Duration.ofMillis(vad.idleTimeoutMs().getAsInt()));
  }

  static Eagerness eagerness(TurnDetection.SemanticVad vad) {
    return switch (vad.eagerness()) {
      case LOW -> Eagerness.LOW;
      case MEDIUM, AUTO -> Eagerness.MEDIUM;
      case HIGH -> Eagerness.HIGH;
    };
  }
}
