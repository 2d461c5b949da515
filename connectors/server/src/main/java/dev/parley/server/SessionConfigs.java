package dev.parley.server;

import dev.parley.server.auth.BoundSession;
import dev.parley.server.limit.Refusal;
import dev.parley.sockets.UpgradeRequest;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionPatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a session begins: as the URL asks for it, or as the client secret was bound, which wins over
 * the URL. Safe for any thread if its generator is.
 */
final class SessionConfigs {

  private static final int ID_BYTES = 16;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Models models;

  SessionConfigs(InstantSource clock, RandomGenerator random, Models models) {
    this.clock = clock;
    this.random = random;
    this.models = models;
  }

  /** What comes of a request. */
  sealed interface Result {}

  record Ready(SessionConfig config) implements Result {}

  record Wrong(Refusal refusal) implements Result {}

  /**
   * The first settings of a session.
   *
   * @param length how long it may last
   */
  Result of(UpgradeRequest request, Optional<BoundSession> bound, Duration length) {
    String id = id();
    Instant expires = clock.instant().plus(length);
    if (bound.isPresent()) {
      return bound(bound.get(), id, expires);
    }
    Optional<String> model = request.parameter("model");
    Optional<String> intent = request.parameter("intent");
    if (request.parameter("call_id").isPresent()) {
      return wrong(
          "call_id", "Calls over WebRTC and SIP are not served here: connect with ?model=NAME.");
    }
    if (intent.isPresent()) {
      return intent.get().equals("transcription") && model.isEmpty()
          ? ready(SessionConfig.transcription(id, expires))
          : wrong(
              "intent",
              "The only intent is 'transcription', and it goes without a model: connect with"
                  + " ?intent=transcription or with ?model=NAME.");
    }
    return model
        .filter(name -> !name.isBlank())
        .map(name -> ready(SessionConfig.realtime(id, expires, name)))
        .orElseGet(
            () -> wrong("model", "A model is missing: connect with ?model=NAME in the URL."));
  }

  private Result ready(SessionConfig fresh) {
    return new Ready(fresh.withEffort(models.effort(fresh.model())));
  }

  private Result bound(BoundSession bound, String id, Instant expires) {
    Checked<SessionConfig> config =
        Checked.check(
            () ->
                SessionPatch.parse(bound.json())
                    .orThrow()
                    .open(id, expires, bound.model(), models.effort(bound.model()))
                    .orThrow());
    return switch (config) {
      case Checked.Good<SessionConfig>(SessionConfig ready) -> new Ready(ready);
      case Checked.Bad<SessionConfig>(WireError error) ->
          wrong("session", error.message()); // it was checked when it was bound
    };
  }

  /** A new session's id, which is also its call's. */
  String id() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return "sess_" + HexFormat.of().formatHex(bytes);
  }

  private static Result wrong(String param, String message) {
    return new Wrong(Refusal.badRequest("invalid_value", param, message));
  }
}
