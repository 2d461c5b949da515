package dev.parley.speech.asr.child;

import java.time.Duration;

/**
 * How a child process is treated.
 *
 * @param heapMegabytes its Java heap; native memory comes on top
 * @param start how long it may take to say hello; the model is loaded meanwhile
 * @param answer how long it may take for one answer before it counts as hung
 * @param firstPause after it has died, before another is started; doubles with each death
 * @param longestPause the longest such pause
 */
public record ChildSettings(
    int heapMegabytes,
    Duration start,
    Duration answer,
    Duration firstPause,
    Duration longestPause) {

  public ChildSettings {
    if (heapMegabytes < 16) {
      throw new IllegalArgumentException("heapMegabytes must be 16 or more, got " + heapMegabytes);
    }
    requirePositive("start", start);
    requirePositive("answer", answer);
    requirePositive("firstPause", firstPause);
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "longestPause must be firstPause or more, got " + longestPause);
    }
  }

  /** 512 MB; a minute to start, 20 s an answer; half a second to half a minute of pause. */
  public static ChildSettings defaults() {
    return new ChildSettings(
        512,
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofMillis(500),
        Duration.ofSeconds(30));
  }

  public ChildSettings withHeapMegabytes(int megabytes) {
    return new ChildSettings(megabytes, start, answer, firstPause, longestPause);
  }

  public ChildSettings withAnswer(Duration longest) {
    return new ChildSettings(heapMegabytes, start, longest, firstPause, longestPause);
  }

  public ChildSettings withStart(Duration longest) {
    return new ChildSettings(heapMegabytes, longest, answer, firstPause, longestPause);
  }

  /** The pause after so many deaths in a row. */
  Duration pause(int deaths) {
    long factor = 1L << Math.clamp(deaths - 1L, 0, 20);
    Duration pause = firstPause.multipliedBy(factor);
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " must be above 0, got " + duration);
    }
  }
}
