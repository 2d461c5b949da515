package dev.parley.benchmarks.eval;

import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadKernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One recording streamed through the VAD kernel in frames of 20 ms, as a call would.
 *
 * @param found what the detector told
 * @param cpuNanos the computing time of this thread, without reading the file
 */
record VadPass(List<Detection> found, long cpuNanos) {

  private static final Duration FRAME = Duration.ofMillis(20);

  /** The detector at its own operating point, opened anew. */
  static VadPass over(Clip clip, SpeechDetectors detectors) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Ledger ledger = new Ledger();
    VadKernel kernel = new VadKernel(detectors, detectors.settings());
    try {
      kernel.negotiate(AudioFormat.pcm16(clip.rate()));
      List<Captured> frames = frames(clip);
      long before = threads.getCurrentThreadCpuTime();
      frames.forEach(frame -> kernel.accept(frame, ledger::take));
      kernel.flush(ledger::take);
      return new VadPass(ledger.found, threads.getCurrentThreadCpuTime() - before);
    } finally {
      kernel.close();
    }
  }

  /** A clip cut into the frames of a call. */
  static List<Captured> frames(Clip clip) {
    int length = clip.count(FRAME);
    List<Captured> frames = new ArrayList<>();
    for (int from = 0; from < clip.samples().count(); from += length) {
      int to = Math.min(from + length, clip.samples().count());
      frames.add(new Captured(new Position(from, clip.rate()), clip.samples().slice(from, to)));
    }
    return frames;
  }

  /** Joins starts and stops. */
  private static final class Ledger {

    private final List<Detection> found = new ArrayList<>();
    private double start;
    private double startKnown;

    void take(Inbound frame) {
      if (frame instanceof Signal.SpeechStarted(Position at, Position detected)) {
        start = seconds(at);
        startKnown = seconds(detected);
      } else if (frame instanceof Signal.SpeechStopped(Position at, Position detected)) {
        found.add(new Detection(start, startKnown, seconds(at), seconds(detected)));
      }
    }

    private static double seconds(Position position) {
      return position.millis() / 1_000;
    }
  }
}
