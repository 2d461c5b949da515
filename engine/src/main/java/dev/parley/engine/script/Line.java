package dev.parley.engine.script;

import java.time.Duration;
import java.util.List;

/**
 * One line of a script: what becomes of one reply.
 *
 * @param think how long it takes before anything is heard; zero or more
 * @param acts what happens then, part by part; at least one
 * @param breaksDown whether it fails in the middle of its first part
 */
public record Line(Duration think, List<Act> acts, boolean breaksDown) {

  public Line {
    if (think.isNegative()) {
      throw new IllegalArgumentException("think must not be negative, got " + think);
    }
    if (acts.isEmpty()) {
      throw new IllegalArgumentException("acts must not be empty: a reply has at least one part");
    }
    acts = List.copyOf(acts);
  }

  /** A reply of one part. */
  public static Line of(Duration think, Act act) {
    return new Line(think, List.of(act), /* breaksDown= */ false);
  }
}
