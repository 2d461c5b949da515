package dev.parley.benchmarks.serve;

import java.time.Duration;

/** What a bare server does with a frame that came. */
sealed interface Answer {

  /** Sends it back. */
  record Echo() implements Answer {}

  /** Nothing: it has read and unmasked it, and drops it. */
  record Sink() implements Answer {}

  /** Sends it back, but not before so long. A control: that is what a driver has to find. */
  record After(Duration span) implements Answer {}

  /** Sends all back but every so manieth of a connection. A control, too. */
  record Dropping(int every) implements Answer {}
}
