package dev.parley.server.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * The session that a client secret opens, fixed when it was minted. It wins over what the client
 * asks for in the URL, and the client cannot widen it.
 *
 * @param kind conversation or transcription
 * @param model the model's name
 * @param json the session object as it was configured; opaque here
 * @param maxLength the longest that a session may last, if shorter than the server's limit (an
 *     extension: {@code max_session_seconds})
 */
public record BoundSession(
    SessionKind kind, String model, String json, Optional<Duration> maxLength) {

  public BoundSession {
    maxLength.ifPresent(
        length -> {
          if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException(
                "maxLength must be longer than nothing, got " + length);
          }
        });
  }

  /** How long the session may last on a server with that limit. */
  public Duration length(Duration limit) {
    return maxLength.filter(length -> length.compareTo(limit) < 0).orElse(limit);
  }

  @Override
  public String toString() {
    return "BoundSession[" + kind + ", json of " + json.length() + " chars, " + maxLength + "]";
  }
}
