package dev.parley.speech.asr.pocketsphinx;

import dev.parley.engine.frame.Samples;
import java.util.SplittableRandom;

/**
 * Makes an utterance fit for the front end: speech at one level, a faint noise under it, and a
 * little of that noise around it. The same audio always comes out the same. One thread at a time.
 *
 * <p>The cepstral mean is taken over the whole utterance. Digital silence, with its bottomless
 * logarithms, would spoil it, and so does a word without any pause around it.
 */
final class Loudness {

  /** Root of the mean square of loud stretches, in sample values: -24 dBFS. */
  private static final double SPEECH = 2_000;

  /** Of the noise, in sample values: 44 dB below. */
  private static final double NOISE = 12;

  /** A stretch is loud that is less than 20 dB below the loudest one. */
  private static final double LOUD = 0.01;

  private static final double MOST_GAIN = 100;

  private final double gain;
  private final int margin;
  private final SplittableRandom noise = new SplittableRandom(1);

  /**
   * @param audio speech by which the level is set
   * @param rate samples a second
   */
  Loudness(Samples audio, int rate) {
    gain = gain(audio, rate / 100);
    margin = rate * 15 / 100;
  }

  /** Samples of noise at either end of {@link #around}. */
  int margin() {
    return margin;
  }

  /** With a {@link #margin} on both sides. */
  short[] around(Samples audio) {
    short[] out = new short[audio.count() + 2 * margin];
    for (int i = 0; i < out.length; i++) {
      int at = i - margin;
      out[i] = even(at >= 0 && at < audio.count() ? audio.at(at) : 0);
    }
    return out;
  }

  private short even(int sample) {
    // Nearly normal: the sum of three even numbers.
    double normal = 2 * (noise.nextDouble() + noise.nextDouble() + noise.nextDouble() - 1.5);
    return (short) Math.clamp(Math.round(gain * sample + NOISE * normal), -32_768, 32_767);
  }

  private static double gain(Samples audio, int window) {
    double[] powers = new double[audio.count() / window];
    double loudest = 0;
    for (int w = 0; w < powers.length; w++) {
      double sum = 0;
      for (int i = w * window; i < (w + 1) * window; i++) {
        sum += (double) audio.at(i) * audio.at(i);
      }
      powers[w] = sum / window;
      loudest = Math.max(loudest, powers[w]);
    }
    double sum = 0;
    int loud = 0;
    for (double power : powers) {
      if (power > loudest * LOUD) {
        sum += power;
        loud++;
      }
    }
    return loud == 0 ? 1 : Math.min(SPEECH / Math.sqrt(sum / loud), MOST_GAIN);
  }
}
