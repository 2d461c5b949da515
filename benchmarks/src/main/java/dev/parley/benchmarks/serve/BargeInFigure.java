package dev.parley.benchmarks.serve;

import dev.parley.sockets.SocketSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Replies that are talked over: what still comes of them, on a fast line and on a slow one. */
final class BargeInFigure {

  private static final int TIMES = 20;
  private static final int SLOW_TIMES = 8;
  private static final long SLOW_BITS = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final int SEND_BUFFER = SocketSettings.defaults().kernelBytes();
  private static final int WATER_MARK = 64 * 1024; // of the server's
  private static final int JSON_BYTES_PER_MILLI = 64; // 48 of PCM in base64

  private BargeInFigure() {}

  static void run(Cores cores) {
    int frames;
    try (ServerProcess server = server(cores, "4s")) {
      List<Interruption> quick = interrupt(Sockets.local(server.port()), TIMES);
      frames = (int) Math.round(median(quick, Interruption::voiced));
      print("loopback, all of the reply is there already", quick);
    }
    try (ServerProcess server = server(cores, "3600s")) {
      Sockets fast = Sockets.local(server.port());
      print("loopback, the reply is on its way", interrupt(fast, TIMES));
      printSlow(interrupt(fast.reading(SLOW_BITS), SLOW_TIMES), frames);
    }
  }

  private static ServerProcess server(Cores cores, String reply) {
    return ServerProcess.start(
        cores, ServerKind.PARLEY_WEBRTC, "scripted:think=0ms,reply=" + reply);
  }

  private static List<Interruption> interrupt(Sockets sockets, int times) {
    AppendFrames room = new AppendFrames(Sound.room(50));
    AppendFrames voice = new AppendFrames(Sound.voice(50));
    try (LoadDriver<InterruptingCaller> driver =
        LoadDriver.open(sockets, 1, i -> new InterruptingCaller(room, voice))) {
      InterruptingCaller caller = driver.callers().getFirst();
      Callable<Boolean> enough = () -> caller.interruptions().size() >= times;
      driver.runUntil(enough, PATIENCE);
      String complaint = driver.here(caller::complaint);
      if (!complaint.isEmpty()) {
        System.out.println("an error: " + complaint);
      }
      return driver.here(caller::interruptions);
    }
  }

  private static void print(String line, List<Interruption> all) {
    Histogram decided = Spread.histogram();
    Histogram lasted = Spread.histogram();
    all.forEach(one -> Spread.add(decided, one.decided()));
    all.forEach(one -> Spread.add(lasted, one.lasted()));
    System.out.printf(
        "barge-in, %s, %d times%n"
            + "  speech_started behind the frame that decided it: %s%n"
            + "  last old byte after the voice began: %s%n"
            + "  old audio behind speech_started: %d bytes at most%n",
        line,
        all.size(),
        Spread.of(decided),
        Spread.of(lasted),
        (long) most(all, Interruption::after));
  }

  private static void printSlow(List<Interruption> all, int frames) {
    System.out.printf(
        Locale.ROOT,
        "barge-in, a client that reads 1 Mbit/s, %d times%n  old audio behind speech_started: %d"
            + " bytes at most%n  old audio that came after its voice began: median %.0f ms, most"
            + " %.0f ms%n  after the server had decided (by %d frames of voice): median %.0f ms,"
            + " most %.0f ms%n  bound: %.0f ms, by the buffers between (%d kB to send, twice with"
            + " Linux, %d kB of Netty's, %d kB to receive, twice)%n",
        all.size(),
        (long) most(all, Interruption::after),
        median(all, Interruption::oldSinceVoice),
        most(all, Interruption::oldSinceVoice),
        frames,
        median(all, one -> one.oldSinceDecision(frames)),
        most(all, one -> one.oldSinceDecision(frames)),
        (2.0 * SEND_BUFFER + WATER_MARK + 2.0 * Sockets.SLOW_BUFFER) / JSON_BYTES_PER_MILLI,
        SEND_BUFFER / 1024,
        WATER_MARK / 1024,
        Sockets.SLOW_BUFFER / 1024);
  }

  private static double median(List<Interruption> all, ToDoubleFunction<Interruption> figure) {
    return Medians.median(all.stream().map(figure::applyAsDouble).toList());
  }

  private static double most(List<Interruption> all, ToDoubleFunction<Interruption> figure) {
    return all.stream().mapToDouble(figure).max().orElse(Double.NaN);
  }
}
