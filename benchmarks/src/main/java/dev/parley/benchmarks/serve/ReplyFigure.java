package dev.parley.benchmarks.serve;

import java.util.Locale;

/** What our server adds to a reply of a model that takes no time. */
final class ReplyFigure {

  private static final int TWO_SECONDS = 100; // frames

  private ReplyFigure() {}

  static void run(ServeSettings settings, Cores cores) {
    try (ServerProcess server =
        ServerProcess.start(cores, ServerKind.PARLEY, "scripted:think=0ms,reply=500ms")) {
      for (int sessions : new int[] {10, settings.sessions()}) {
        figure(settings, server, sessions);
      }
    }
  }

  private static void figure(ServeSettings settings, ServerProcess server, int sessions) {
    AppendFrames room = new AppendFrames(Sound.room(50));
    TalkTally tally = new TalkTally();
    try (LoadDriver<TalkCaller> driver =
        LoadDriver.open(
            Sockets.local(server.port()),
            sessions,
            i -> new TalkCaller(room, TalkPlan.asking(TWO_SECONDS), tally, i))) {
      LoadReport report = driver.run(settings.warmUp(), settings.span(), server::usage);
      driver.here(
          () -> {
            System.out.printf(
                Locale.ROOT,
                "reply overhead, %d sessions, a reply each 2 s: response.created %s; first audio"
                    + " %s; %d skipped, %d errors %s; %s; %.2f mcore/session%n",
                sessions,
                tally.untilCreated(),
                tally.untilAudio(),
                tally.skips(),
                tally.count("error"),
                tally.complaint(),
                report,
                report.milliCores(sessions));
            return true;
          });
    }
  }
}
