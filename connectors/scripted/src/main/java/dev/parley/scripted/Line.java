package dev.parley.scripted;

import java.time.Duration;

/**
 * One line of a script: what becomes of one reply.
 *
 * @param think how long it takes before anything is heard; zero or more
 * @param act what happens then
 */
record Line(Duration think, Act act) {

  Line {
    if (think.isNegative()) {
      throw new IllegalArgumentException("think must not be negative, got " + think);
    }
  }
}
