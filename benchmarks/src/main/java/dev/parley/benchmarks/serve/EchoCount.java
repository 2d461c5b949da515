package dev.parley.benchmarks.serve;

import java.time.Duration;

/**
 * Frames that were sent, and what came back of them.
 *
 * @param strange what came and should not have
 */
record EchoCount(long sent, long echoed, long strange) {

  /** Counts once all that was sent is back, or the patience is over. For a driver that has run. */
  static EchoCount of(LoadDriver<EchoCaller> driver, Duration patience) {
    driver.waitUntil(() -> now(driver).lost() == 0, patience);
    return driver.here(() -> now(driver));
  }

  private static EchoCount now(LoadDriver<EchoCaller> driver) {
    long sent = 0;
    long echoed = 0;
    long strange = 0;
    for (EchoCaller caller : driver.callers()) {
      sent += caller.sent();
      echoed += caller.echoed();
      strange += caller.strange();
    }
    return new EchoCount(sent, echoed, strange);
  }

  long lost() {
    return sent - echoed;
  }

  @Override
  public String toString() {
    return "%d sent, %d echoed, %d lost, %d strange".formatted(sent, echoed, lost(), strange);
  }
}
