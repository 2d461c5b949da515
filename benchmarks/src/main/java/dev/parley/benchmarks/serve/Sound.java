package dev.parley.benchmarks.serve;

import java.util.Random;

/** What callers sound like: PCM16 little-endian at 24 kHz, in frames of 20 ms. */
final class Sound {

  static final int RATE = 24_000;
  static final int FRAME_SAMPLES = RATE / 50;
  static final int FRAME_BYTES = 2 * FRAME_SAMPLES;

  private static final double PITCH = 130;
  private static final double SYLLABLES = 4; // a second
  private static final double[] FORMANTS = {650, 1_100, 2_450};

  private Sound() {}

  /** A quiet room: noise at about -64 dB, which no detector takes for a voice. */
  static byte[][] room(int frames) {
    Random random = new Random(7);
    double[] samples = new double[frames * FRAME_SAMPLES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 20 * random.nextGaussian();
    }
    return pcm(samples);
  }

  /** A voice, as far as a detector can tell: a buzz with a vowel's formants, in syllables. */
  static byte[][] voice(int frames) {
    double[] samples = new double[frames * FRAME_SAMPLES];
    for (int harmonic = 1; harmonic * PITCH < 4_000; harmonic++) {
      double frequency = harmonic * PITCH;
      double level = 0;
      for (double formant : FORMANTS) {
        level += 1 / (1 + Math.pow((frequency - formant) / 120, 2));
      }
      for (int i = 0; i < samples.length; i++) {
        samples[i] += level * Math.sin(2 * Math.PI * frequency * i / RATE);
      }
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 4_000 * (1.2 - Math.cos(2 * Math.PI * SYLLABLES * i / RATE)) / 2.2;
    }
    return pcm(samples);
  }

  private static byte[][] pcm(double[] samples) {
    byte[][] frames = new byte[samples.length / FRAME_SAMPLES][FRAME_BYTES];
    for (int i = 0; i < samples.length; i++) {
      short value = (short) Math.clamp(Math.round(samples[i]), Short.MIN_VALUE, Short.MAX_VALUE);
      byte[] frame = frames[i / FRAME_SAMPLES];
      int at = 2 * (i % FRAME_SAMPLES);
      frame[at] = (byte) value;
      frame[at + 1] = (byte) (value >> 8);
    }
    return frames;
  }
}
