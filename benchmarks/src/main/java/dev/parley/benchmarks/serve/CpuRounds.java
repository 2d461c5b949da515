package dev.parley.benchmarks.serve;

import dev.parley.benchmarks.serve.ServeSettings.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What a session costs each server, in rounds: A B C, A B C. One process a server throughout. */
final class CpuRounds {

  private static final Duration SHORT_WARM_UP = Duration.ofSeconds(4);
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final ServeSettings settings;
  private final AppendFrames room = new AppendFrames(Sound.room(50));
  private final Map<ServerKind, List<Double>> milliCores = new EnumMap<>(ServerKind.class);

  private final Map<ServerKind, Integer> disturbed = new EnumMap<>(ServerKind.class);

  private CpuRounds(ServeSettings settings) {
    this.settings = settings;
  }

  static void run(ServeSettings settings, Cores cores) {
    new CpuRounds(settings).run(cores);
  }

  private void run(Cores cores) {
    Map<ServerKind, ServerProcess> servers = new EnumMap<>(ServerKind.class);
    try {
      for (ServerKind kind : ServerKind.values()) {
        if (settings.parts().contains(kind.hasDetector() ? Part.VAD : Part.CPU)) {
          servers.put(kind, ServerProcess.start(cores, kind, "scripted:think=0ms"));
          milliCores.put(kind, new ArrayList<>());
        }
      }
      for (int round = 1; round <= settings.rounds(); round++) {
        Duration warmUp = round == 1 ? settings.warmUp() : SHORT_WARM_UP;
        System.out.printf(Locale.ROOT, "round %d%n", round);
        servers.forEach((kind, server) -> figure(kind, server, warmUp));
      }
    } finally {
      servers.values().forEach(ServerProcess::close);
    }
    table();
  }

  private void figure(ServerKind kind, ServerProcess server, Duration warmUp) {
    LoadReport report = kind.isParley() ? talk(kind, server, warmUp) : echo(kind, server, warmUp);
    if (report.isDisturbed()) {
      disturbed.merge(kind, 1, Integer::sum);
    }
    double cost = report.milliCores(settings.sessions());
    milliCores.computeIfAbsent(kind, none -> new ArrayList<>()).add(cost);
    System.out.printf(Locale.ROOT, "  %-34s %6.2f mcore/session; %s%n", kind.title(), cost, report);
  }

  private LoadReport echo(ServerKind kind, ServerProcess server, Duration warmUp) {
    Histogram latency = Spread.histogram();
    try (LoadDriver<EchoCaller> driver =
        LoadDriver.open(
            Sockets.local(server.port()),
            settings.sessions(),
            i -> new EchoCaller(room, latency))) {
      LoadReport report = driver.run(warmUp, settings.span(), server::usage);
      if (kind != ServerKind.NETTY_SINK) {
        EchoCount count = EchoCount.of(driver, DRAIN);
        System.out.printf(
            "  %-34s %s; echoes %s%n", "", count, driver.here(() -> Spread.of(latency)));
      }
      return report;
    }
  }

  private LoadReport talk(ServerKind kind, ServerProcess server, Duration warmUp) {
    TalkTally tally = new TalkTally();
    TalkPlan plan = kind.hasDetector() ? TalkPlan.watchedTurns() : TalkPlan.noTurns();
    try (LoadDriver<TalkCaller> driver =
        LoadDriver.open(
            Sockets.local(server.port()),
            settings.sessions(),
            i -> new TalkCaller(room, plan, tally, i))) {
      LoadReport report = driver.run(warmUp, settings.span(), server::usage);
      System.out.printf("  %-34s %s%n", "", driver.here(tally::summary));
      return report;
    }
  }

  private void table() {
    List<Double> echo = milliCores.getOrDefault(ServerKind.NETTY_ECHO, List.of());
    List<Double> sink = milliCores.getOrDefault(ServerKind.NETTY_SINK, List.of());
    System.out.printf(
        Locale.ROOT,
        "%n%d sessions, %d s a figure, median of %d rounds%n",
        settings.sessions(),
        settings.span().toSeconds(),
        settings.rounds());
    System.out.println(
        "server                             mcore/session  x Netty echo  x Netty sink  disturbed"
            + " rounds");
    milliCores.forEach(
        (kind, values) ->
            System.out.printf(
                Locale.ROOT,
                "%-34s %13.2f %13.2f %13.2f %17d%n",
                kind.title(),
                Medians.median(values),
                Medians.ratio(values, echo),
                Medians.ratio(values, sink),
                disturbed.getOrDefault(kind, 0)));
  }
}
