package dev.parley.wire.session;

import dev.parley.wire.error.WireError;
import java.util.Optional;

/** What an update may not change. */
final class SessionRules {

  private SessionRules() {}

  static Optional<WireError> refuseChangeOf(SessionConfig now, SessionConfig next) {
    if (next.kind() != now.kind()) {
      return refuse(
          "session.type",
          "Passing a %s session update event to a %s session is not allowed."
              .formatted(next.kind().word(), now.kind().word()));
    }
    if (!next.model().equals(now.model())) {
      return refuse(
          "session.model",
          "The model of a session cannot be changed. Open another session for it.");
    }
    if (now.tracing().isPresent()
        && next.tracing().isPresent()
        && !next.tracing().equals(now.tracing())) {
      return refuse(
          "session.tracing", "Tracing cannot be changed once it is enabled, only disabled.");
    }
    return Optional.empty();
  }

  private static Optional<WireError> refuse(String path, String message) {
    return Optional.of(WireError.invalidValue(path, message));
  }
}
