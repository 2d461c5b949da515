package dev.parley.audio.codec;

import dev.parley.engine.frame.AudioFormat.Encoding;
import dev.parley.engine.frame.Samples;

/**
 * Every {@link Encoding} to 16-bit samples and back. Wider encodings are rounded and saturated; a
 * float that is no number or infinite becomes 0.
 */
public final class Pcm {

  private static final float FULL_SCALE = 32_768f;

  private Pcm() {}

  /** How many bytes one sample takes. */
  public static int width(Encoding encoding) {
    return switch (encoding) {
      case PCM8, MULAW, ALAW -> 1;
      case PCM16, PCM16_BE -> 2;
      case PCM24 -> 3;
      case FLOAT32 -> 4;
    };
  }

  /**
   * Whole mono samples at once. Use a {@link PcmDecoder} for a stream in pieces.
   *
   * @throws IllegalArgumentException if the bytes are no whole number of samples
   */
  public static Samples decode(Encoding encoding, byte[] bytes) {
    int width = width(encoding);
    if (bytes.length % width != 0) {
      throw new IllegalArgumentException(
          bytes.length + " bytes are no whole number of " + encoding + " samples");
    }
    short[] samples = new short[bytes.length / width];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sample(encoding, bytes, i * width);
    }
    return Samples.wrap(samples);
  }

  /** Mono samples as bytes. */
  public static byte[] encode(Encoding encoding, Samples samples) {
    int width = width(encoding);
    byte[] bytes = new byte[samples.count() * width];
    for (int i = 0; i < samples.count(); i++) {
      write(encoding, samples.at(i), bytes, i * width);
    }
    return bytes;
  }

  /** The sample whose bytes begin at an index. */
  static short sample(Encoding encoding, byte[] b, int at) {
    return switch (encoding) {
      case PCM8 -> (short) (((b[at] & 0xFF) - 128) << 8);
      case PCM16 -> (short) ((b[at] & 0xFF) | (b[at + 1] << 8));
      case PCM16_BE -> (short) ((b[at + 1] & 0xFF) | (b[at] << 8));
      case PCM24 -> rounded((b[at] & 0xFF) | ((b[at + 1] & 0xFF) << 8) | (b[at + 2] << 16));
      case FLOAT32 ->
          ofFloat(
              Float.intBitsToFloat(
                  (b[at] & 0xFF)
                      | ((b[at + 1] & 0xFF) << 8)
                      | ((b[at + 2] & 0xFF) << 16)
                      | (b[at + 3] << 24)));
      case MULAW -> G711.fromMulaw(b[at]);
      case ALAW -> G711.fromAlaw(b[at]);
    };
  }

  /** Writes one sample from an index on. */
  static void write(Encoding encoding, short sample, byte[] b, int at) {
    switch (encoding) {
      case PCM8 -> b[at] = (byte) (Math.min((sample + 128) >> 8, 127) + 128);
      case PCM16 -> {
        b[at] = (byte) sample;
        b[at + 1] = (byte) (sample >> 8);
      }
      case PCM16_BE -> {
        b[at] = (byte) (sample >> 8);
        b[at + 1] = (byte) sample;
      }
      case PCM24 -> {
        b[at] = 0;
        b[at + 1] = (byte) sample;
        b[at + 2] = (byte) (sample >> 8);
      }
      case FLOAT32 -> {
        int bits = Float.floatToRawIntBits(sample / FULL_SCALE);
        b[at] = (byte) bits;
        b[at + 1] = (byte) (bits >> 8);
        b[at + 2] = (byte) (bits >> 16);
        b[at + 3] = (byte) (bits >> 24);
      }
      case MULAW -> b[at] = G711.toMulaw(sample);
      case ALAW -> b[at] = G711.toAlaw(sample);
    }
  }

  private static short rounded(int pcm24) {
    return (short) Math.min((pcm24 + 128) >> 8, Short.MAX_VALUE);
  }

  private static short ofFloat(float value) {
    return Float.isFinite(value)
        ? (short)
            Math.clamp((long) Math.round(value * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE)
        : 0;
  }
}
