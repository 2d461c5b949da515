package dev.parley.silero;

import dev.parley.engine.frame.Samples;
import java.util.Random;

/** Buzzes and noises that come and go like syllables. */
final class Babble {

  private Babble() {}

  static Samples of(long seed, int rate, int count) {
    Random random = new Random(seed);
    short[] pcm = new short[count];
    double pitch = 0;
    double loudness = 0;
    double phase = 0;
    for (int i = 0; i < count; i++) {
      if (i % (rate / 10) == 0) {
        pitch = 90 + 160 * random.nextDouble();
        loudness = random.nextInt(4) == 0 ? 0 : 2_000 + 6_000 * random.nextDouble();
      }
      phase += pitch / rate;
      double buzz = 2 * (phase % 1) - 1;
      pcm[i] =
          (short) (loudness * (buzz + 0.1 * random.nextGaussian()) + 20 * random.nextGaussian());
    }
    return Samples.wrap(pcm);
  }
}
