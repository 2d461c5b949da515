package dev.parley.benchmarks.serve;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The driver against servers whose figures are known before. */
final class Controls {

  static final Duration DELAY = Duration.ofMillis(50);
  static final int DROPPED = 100;

  private static final Duration DRAIN = Duration.ofSeconds(1);

  private Controls() {}

  /** What the driver found. */
  record Finding(LoadReport report, EchoCount count, Spread latency) {}

  /** Sends for this long to a server that answers so. */
  static Finding find(Answer answer, int sessions, Duration span) {
    Histogram latency = Spread.histogram();
    AppendFrames frames = new AppendFrames(Sound.room(50));
    try (NettyServer server = NettyServer.start(answer);
        LoadDriver<EchoCaller> driver =
            LoadDriver.open(
                Sockets.local(server.port()), sessions, i -> new EchoCaller(frames, latency))) {
      LoadReport report = driver.run(Duration.ZERO, span, () -> Usage.NONE);
      EchoCount count = EchoCount.of(driver, DRAIN);
      return new Finding(report, count, driver.here(() -> Spread.of(latency)));
    }
  }

  static void run() {
    print("echo", find(new Answer.Echo(), 20, Duration.ofSeconds(3)));
    print("after 50 ms", find(new Answer.After(DELAY), 20, Duration.ofSeconds(3)));
    print("drops every 100th", find(new Answer.Dropping(DROPPED), 20, Duration.ofSeconds(5)));
  }

  private static void print(String what, Finding finding) {
    System.out.printf(
        Locale.ROOT,
        "control, %s: %s; latency %s; %s%n",
        what,
        finding.count(),
        finding.latency(),
        finding.report());
  }
}
