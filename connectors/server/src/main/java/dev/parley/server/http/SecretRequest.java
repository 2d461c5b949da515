package dev.parley.server.http;

import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.json.Json;
import dev.parley.wire.json.JsonIn;
import dev.parley.wire.session.Effort;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionPatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a client wants of a secret.
 *
 * @param session the session that it will open, with all defaults
 * @param json the session as the client wrote it
 * @param seconds how long the secret lives
 * @param maxLength how long a session of it may last (our own extension: {@code
 *     session_max_seconds})
 */
record SecretRequest(
    SessionConfig session, String json, OptionalLong seconds, Optional<Duration> maxLength) {

  private static final String SESSION = "session";
  private static final String EXPIRES_AFTER = "expires_after";
  private static final String MAX_LENGTH = "session_max_seconds";
  private static final String ANCHOR = "created_at";
  private static final String DEFAULT_SESSION = "{\"type\":\"realtime\"}";

  /**
   * Reads a request's body; an empty one asks for all defaults.
   *
   * @param efforts the effort of a model's sessions, by its name
   */
  static Checked<SecretRequest> read(
      String body, String sessionId, Function<? super String, Effort> efforts) {
    return Checked.check(
        () -> {
          JsonIn in = Json.read(body.isBlank() ? "{}" : body).orThrow();
          in.only(List.of(SESSION, EXPIRES_AFTER, MAX_LENGTH));
          String json = in.given(SESSION, name -> text(in.object(name))).orElse(DEFAULT_SESSION);
          SessionPatch patch = SessionPatch.parse(json).orThrow();
          SessionConfig session =
              patch
                  .open(sessionId, Instant.EPOCH, "", efforts.apply(patch.model().orElse("")))
                  .orThrow();
          return new SecretRequest(
              session,
              json,
              in.given(EXPIRES_AFTER, name -> seconds(in.object(name)))
                  .map(OptionalLong::of)
                  .orElseGet(OptionalLong::empty),
              in.given(MAX_LENGTH, name -> in.integer(name, 1, Integer.MAX_VALUE))
                  .map(Duration::ofSeconds));
        });
  }

  private static String text(JsonIn object) {
    return new String(Json.write(out -> out.fields(object)), StandardCharsets.UTF_8);
  }

  private static Long seconds(JsonIn expires) {
    expires.only(List.of("anchor", "seconds"));
    expires
        .given("anchor", expires::text)
        .filter(anchor -> !anchor.equals(ANCHOR))
        .ifPresent(
            anchor -> {
              throw new WireException(
                  WireError.unsupportedValue(EXPIRES_AFTER + ".anchor", anchor, List.of(ANCHOR)));
            });
    return (long) expires.given("seconds", name -> expires.integer(name, 0, 1 << 30)).orElse(600);
  }
}
