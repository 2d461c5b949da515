package dev.parley.audio.tempo;

import dev.parley.engine.frame.Samples;

/**
 * The stretch of the input that the next cross-fade may need. Places are counted from the input's
 * beginning; behind its end there is silence.
 */
final class Window {

  private static final int BLOCK = 1_024;
  private static final int COARSE_RATE = 8_000;

  private final int hop;
  private final int stride;
  private final short[] held;
  private final float[] fadeIn;
  private long start;
  private int count;

  /**
   * @param hop samples of a cross-fade
   * @param reach how far around a place a better one is looked for
   */
  Window(int hop, int reach, int rate) {
    this.hop = hop;
    stride = Math.max(1, rate / COARSE_RATE);
    held = new short[4 * (hop + reach) + BLOCK];
    fadeIn = new float[hop];
    for (int i = 0; i < hop; i++) { // half of a Hann window: in and out are 1 together
      fadeIn[i] = (float) (0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / hop));
    }
  }

  void reset() {
    start = 0;
    count = 0;
  }

  /** The place behind the last sample that came. */
  long end() {
    return start + count;
  }

  /** Takes as many samples as there is room for, and tells how many. */
  int add(Samples input, int from) {
    int taken = Math.min(input.count() - from, held.length - count);
    input.slice(from, from + taken).copyTo(held, count);
    count += taken;
    return taken;
  }

  /** Forgets what lies before a place. */
  void forget(long before) {
    int gone = Math.clamp(before - start, 0, count);
    System.arraycopy(held, gone, held, 0, count - gone);
    start += gone;
    count -= gone;
  }

  /** Copies a stretch out. */
  void copy(long from, short[] output, int at, int length) {
    for (int i = 0; i < length; i++) {
      output[at + i] = sample(from + i);
    }
  }

  /** Goes over from one place to another. */
  void fade(long out, long in, short[] output, int at, int length) {
    for (int i = 0; i < length; i++) {
      float before = sample(out + i);
      output[at + i] = (short) Math.round(before + fadeIn[i] * (sample(in + i) - before));
    }
  }

  /**
   * The place between two whose samples are most like those from {@code model} on: by cross-
   * correlation over the square root of energy, coarsely and then sample by sample.
   *
   * @param wanted the best one where all are equal
   */
  long mostAlike(long model, long wanted, long low, long high) {
    long best = wanted;
    double most = likeness(model, wanted, stride);
    for (long place = low; place <= high; place += stride) {
      double likeness = likeness(model, place, stride);
      if (likeness > most) {
        most = likeness;
        best = place;
      }
    }
    long coarse = best;
    most = likeness(model, best, 1);
    long last = Math.min(high, coarse + stride - 1);
    for (long place = Math.max(low, coarse - stride + 1); place <= last; place++) {
      double likeness = likeness(model, place, 1);
      if (likeness > most) {
        most = likeness;
        best = place;
      }
    }
    return best;
  }

  private double likeness(long model, long place, int step) {
    long product = 0;
    long energy = 1; // so that silence is like nothing
    for (int i = 0; i < hop; i += step) {
      int there = sample(place + i);
      product += (long) there * sample(model + i);
      energy += (long) there * there;
    }
    return product / Math.sqrt((double) energy);
  }

  private short sample(long place) {
    long index = place - start;
    return index < 0 || index >= count ? 0 : held[(int) index];
  }
}
