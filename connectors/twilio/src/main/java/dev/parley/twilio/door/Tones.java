package dev.parley.twilio.door;

import dev.parley.audio.codec.G711;

/**
 * The tones of telephone keys, since Twilio's media streams take no keys but as audio: two sines
 * each (ITU-T Q.23), 100 ms long and 100 ms apart, which receivers of Q.24 understand.
 */
final class Tones {

  /** The keys that there are. */
  static final String KEYS = "123A456B789C*0#D";

  private static final int[] ROWS = {697, 770, 852, 941};
  private static final int[] COLUMNS = {1_209, 1_336, 1_477, 1_633};
  private static final int ON = 800;
  private static final int OFF = 800;

  /** Of each sine; the higher one is 1 dB louder, as lines damp it more. */
  private static final double LOW = 5_600;

  private static final double HIGH = 6_300;

  /** Samples over which a tone swells and fades, against clicks. */
  private static final double RAMP = 40;

  private Tones() {}

  /** One key and the pause behind it, as mu-law at 8 kHz. */
  static byte[] of(char key) {
    int at = KEYS.indexOf(key);
    if (at < 0) {
      throw new IllegalArgumentException("a key must be one of 0-9 * # A-D");
    }
    double row = step(ROWS[at / 4]);
    double column = step(COLUMNS[at % 4]);
    byte[] mulaw = new byte[ON + OFF];
    for (int i = 0; i < mulaw.length; i++) {
      double swell = Math.clamp(Math.min(i, ON - i) / RAMP, 0, 1);
      double sum = LOW * StrictMath.sin(row * i) + HIGH * StrictMath.sin(column * i);
      mulaw[i] = G711.toMulaw((short) Math.round(swell * sum));
    }
    return mulaw;
  }

  private static double step(int hertz) {
    return 2 * StrictMath.PI * hertz / Timeline.RATE;
  }
}
