package dev.parley.twilio.door;

import dev.parley.engine.frame.Epoch;

/** What the conversation does, as far as it matters for when a call is over. */
sealed interface Activity {

  record CallerSpeaks() implements Activity {}

  record CallerStops() implements Activity {}

  /** The agent is asked for a reply. */
  record Asked(Epoch epoch) implements Activity {}

  /** A reply has been played, or was cut. */
  record Over(Epoch epoch) implements Activity {}
}
