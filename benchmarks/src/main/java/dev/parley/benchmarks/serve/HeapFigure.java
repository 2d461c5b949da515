package dev.parley.benchmarks.serve;

import java.time.Duration;
import java.util.Locale;

/** What a session that has had no turn keeps on our server's heap: the slope between two crowds. */
final class HeapFigure {

  private static final int FEW = 100;
  private static final int MANY = 500;
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration TALK = Duration.ofSeconds(5);

  private HeapFigure() {}

  static void run(Cores cores) {
    for (ServerKind kind : new ServerKind[] {ServerKind.PARLEY, ServerKind.PARLEY_WEBRTC}) {
      for (Duration talk : new Duration[] {Duration.ZERO, TALK}) {
        try (ServerProcess server = ServerProcess.start(cores, kind, "scripted:think=0ms")) {
          kiloBytes(kind, server, 1, talk); // classes and pools, once
          double few = kiloBytes(kind, server, FEW, talk);
          double many = kiloBytes(kind, server, MANY, talk);
          System.out.printf(
              Locale.ROOT,
              "heap of a session without a turn, %s, after %d s of silence sent: %.1f kB"
                  + " (%d sessions %.1f MB, %d sessions %.1f MB)%n",
              kind.title(),
              talk.toSeconds(),
              Medians.slope(FEW, few, MANY, many),
              FEW,
              few / 1e3,
              MANY,
              many / 1e3);
        }
      }
    }
  }

  private static double kiloBytes(
      ServerKind kind, ServerProcess server, int sessions, Duration talk) {
    AppendFrames room = new AppendFrames(Sound.room(50));
    TalkTally tally = new TalkTally();
    TalkPlan plan = kind.hasDetector() ? TalkPlan.watchedTurns() : TalkPlan.noTurns();
    try (LoadDriver<TalkCaller> driver =
        LoadDriver.open(
            Sockets.local(server.port()), sessions, i -> new TalkCaller(room, plan, tally, i))) {
      if (!talk.isZero()) {
        driver.run(Duration.ZERO, talk, () -> Usage.NONE);
      }
      LoadDriver.pause(SETTLE);
      double used = server.heap() / 1e3;
      long turns = driver.here(() -> tally.count("input_audio_buffer.speech_started"));
      if (turns > 0) {
        System.out.printf("%d of %d sessions had a turn after all%n", turns, sessions);
      }
      return used;
    }
  }
}
