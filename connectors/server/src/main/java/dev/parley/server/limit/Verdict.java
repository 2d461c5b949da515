package dev.parley.server.limit;

import java.time.Duration;

/** What to do with the message that has just been read. */
public sealed interface Verdict {

  /** Handle it. */
  record Pass() implements Verdict {}

  /** Hold it and read nothing more; ask again when the time is over. */
  record Wait(Duration span) implements Verdict {}

  /** Close with 1008 (policy); the reason fits into a close frame. */
  record Refuse(String reason) implements Verdict {}

  /** The answer to nearly every message. */
  Pass PASS = new Pass();
}
