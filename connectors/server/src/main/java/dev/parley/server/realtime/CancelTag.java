package dev.parley.server.realtime;

import java.util.Optional;

/** By what name a client's cancel comes back if there is nothing left to cancel. */
final class CancelTag {

  private static final String PREFIX = "cancel/"; // no response is called so

  private CancelTag() {}

  static String of(Optional<String> clientEventId) {
    return PREFIX + clientEventId.orElse("");
  }

  /** The client's own name for its event, if it had one. */
  static Optional<String> eventId(String tag) {
    return Optional.of(tag.substring(PREFIX.length())).filter(id -> !id.isEmpty());
  }
}
