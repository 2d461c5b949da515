package dev.parley.wire.audio;

import dev.parley.wire.json.Choice;

/** The audio formats of the Realtime API; all are mono. */
public enum AudioFormatSpec implements Choice {
  /** 16 bit signed, little-endian, 24 kHz. */
  PCM("audio/pcm", 24_000, 2),
  /** G.711 mu-law, 8 kHz. */
  PCMU("audio/pcmu", 8_000, 1),
  /** G.711 A-law, 8 kHz. */
  PCMA("audio/pcma", 8_000, 1);

  private final String word;
  private final int rate;
  private final int bytesPerSample;

  AudioFormatSpec(String word, int rate, int bytesPerSample) {
    this.word = word;
    this.rate = rate;
    this.bytesPerSample = bytesPerSample;
  }

  @Override
  public String word() {
    return word;
  }

  /** Samples a second. */
  public int rate() {
    return rate;
  }

  public int bytesPerSample() {
    return bytesPerSample;
  }

  /** How long this much audio lasts. */
  public double milliseconds(long bytes) {
    return bytes * 1_000.0 / ((long) rate * bytesPerSample);
  }
}
