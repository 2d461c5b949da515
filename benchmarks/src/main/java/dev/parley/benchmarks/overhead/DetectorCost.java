package dev.parley.benchmarks.overhead;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.silero.Silero;
import dev.parley.silero.SileroStreams;
import dev.parley.webrtcvad.WebRtcVad;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Random;

/**
 * What the speech detectors cost a stream, in thousandths of a core, by the CPU time of one thread:
 * singly, and Silero also sixteen streams in one call.
 */
public final class DetectorCost {

  private static final int STREAMS = 16;
  private static final int FRAMES = 3_000; // a minute
  private static final double SECONDS = FRAMES * 0.02;

  private DetectorCost() {}

  /** Prints a row for each, a warm-up first. */
  public static void main(String[] arguments) {
    short[] noise = new short[SpeechDetector.FRAME];
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextGaussian() * 1_000);
    }
    for (int round = 0; round < 4; round++) {
      double silero = single(Silero.defaults(), noise);
      double batched = batched(noise);
      double webrtc = single(WebRtcVad.defaults(), noise);
      System.out.printf(
          Locale.ROOT,
          "%s  silero %.2f mcore  silero x%d %.2f mcore  webrtc %.2f mcore%n",
          round == 0 ? "warm-up" : "round " + round,
          silero,
          STREAMS,
          batched,
          webrtc);
    }
  }

  private static double single(SpeechDetectors detectors, short[] frame) {
    try (SpeechDetector detector = detectors.open()) {
      long cpu = cpu();
      for (int i = 0; i < FRAMES; i++) {
        detector.probability(frame);
      }
      return milliCores(cpu);
    }
  }

  private static double batched(short[] frame) {
    try (SileroStreams streams = SileroStreams.open(STREAMS)) {
      long cpu = cpu();
      for (int i = 0; i < FRAMES; i++) {
        for (int stream = 0; stream < STREAMS; stream++) {
          streams.put(stream, frame);
        }
        streams.run();
      }
      return milliCores(cpu) / STREAMS;
    }
  }

  private static double milliCores(long since) {
    return (cpu() - since) / 1e6 / SECONDS;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
