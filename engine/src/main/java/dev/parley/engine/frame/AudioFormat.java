package dev.parley.engine.frame;

/**
 * How audio is written down where it enters or leaves the house. Inside, it is always mono {@link
 * Samples}, and only the rate is left to agree on.
 *
 * @param rate samples a second, 8,000 to 48,000
 * @param channels interleaved channels, 1 or more
 * @param encoding how one sample is written
 */
public record AudioFormat(int rate, int channels, Encoding encoding) {

  /** How one sample is written. */
  public enum Encoding {
    /** Signed 16-bit little-endian linear PCM. */
    PCM16,
    /** Signed 16-bit big-endian linear PCM. */
    PCM16_BE,
    /** Signed 24-bit little-endian linear PCM. */
    PCM24,
    /** 32-bit little-endian IEEE floats between -1 and 1. */
    FLOAT32,
    /** ITU-T G.711 mu-law. */
    MULAW,
    /** ITU-T G.711 A-law. */
    ALAW,
    /** Unsigned 8-bit linear PCM, as old WAV files have it. */
    PCM8
  }

  public AudioFormat {
    if (rate < 8_000 || rate > 48_000) {
      throw new IllegalArgumentException("rate must be 8000 to 48000 Hz, got " + rate);
    }
    if (channels < 1) {
      throw new IllegalArgumentException("channels must be 1 or more, got " + channels);
    }
  }

  /** Mono 16-bit linear PCM. */
  public static AudioFormat pcm16(int rate) {
    return new AudioFormat(rate, 1, Encoding.PCM16);
  }

  /**
   * What the house uses inside for audio that comes in this format: mono PCM16 at 24 kHz, or at 16
   * kHz where the door brings no more than 8 kHz anyway.
   */
  public AudioFormat inner() {
    return pcm16(rate <= 8_000 ? 16_000 : 24_000);
  }

  @Override
  public String toString() {
    return "%d Hz %s%s"
        .formatted(rate, encoding, channels == 1 ? " mono" : " " + channels + " channels");
  }
}
