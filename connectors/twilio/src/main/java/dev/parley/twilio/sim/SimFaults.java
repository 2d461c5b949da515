package dev.parley.twilio.sim;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong on the way from Twilio.
 *
 * @param drop the share of messages that never arrive, 0 to 1
 * @param duplicate the share that arrives twice
 * @param reorder the share that arrives behind the message after it
 * @param cutAt when the connection is gone without a word
 * @param silentAt from when on nothing is said or played any more, although the connection stands
 * @param seed makes the same faults each time
 */
public record SimFaults(
    double drop,
    double duplicate,
    double reorder,
    Optional<Duration> cutAt,
    Optional<Duration> silentAt,
    long seed) {

  public SimFaults {
    requireShare("drop", drop);
    requireShare("duplicate", duplicate);
    requireShare("reorder", reorder);
  }

  public static SimFaults none() {
    return new SimFaults(0, 0, 0, Optional.empty(), Optional.empty(), /* seed= */ 1);
  }

  public SimFaults withDrop(double share) {
    return new SimFaults(share, duplicate, reorder, cutAt, silentAt, seed);
  }

  public SimFaults withDuplicate(double share) {
    return new SimFaults(drop, share, reorder, cutAt, silentAt, seed);
  }

  public SimFaults withReorder(double share) {
    return new SimFaults(drop, duplicate, share, cutAt, silentAt, seed);
  }

  public SimFaults withCutAt(Duration at) {
    return new SimFaults(drop, duplicate, reorder, Optional.of(at), silentAt, seed);
  }

  public SimFaults withSilentAt(Duration at) {
    return new SimFaults(drop, duplicate, reorder, cutAt, Optional.of(at), seed);
  }

  public SimFaults withSeed(long other) {
    return new SimFaults(drop, duplicate, reorder, cutAt, silentAt, other);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, got " + value);
    }
  }
}
