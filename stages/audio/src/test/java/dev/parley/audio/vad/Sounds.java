package dev.parley.audio.vad;

import dev.parley.engine.frame.Samples;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Tones over noise. Levels are the RMS in dBFS; the same arguments make the same samples. */
final class Sounds {

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
  private final int rate;

  Sounds(int rate) {
    this.rate = rate;
  }

  /** White noise, and in it a tone. */
  Samples burst(double noise, double tone, int count, int from, int to) {
    short[] pcm = new short[count];
    double amplitude = Math.sqrt(2) * factor(tone);
    for (int i = 0; i < count; i++) {
      double value = factor(noise) * random.nextGaussian();
      if (i >= from && i < to) {
        value += amplitude * Math.sin(2 * Math.PI * 440 * (i - from) / rate);
      }
      pcm[i] = (short) Math.round(Math.clamp(value, -32_768, 32_767));
    }
    return Samples.wrap(pcm);
  }

  Samples noise(double level, int count) {
    return burst(level, /* tone= */ -200, count, 0, 0);
  }

  private static double factor(double decibel) {
    return 32_768 * Math.pow(10, decibel / 20);
  }
}
