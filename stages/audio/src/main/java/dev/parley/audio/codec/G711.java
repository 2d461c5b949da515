package dev.parley.audio.codec;

/**
 * The two companding laws of telephony, ITU-T G.711 (11/88), on a 16-bit scale: mu-law's 14 bits
 * and A-law's 13 are shifted up, so that full scale stays near full scale.
 *
 * <p>A linear value at a decision value of the recommendation belongs to the interval above it;
 * negative values are mirrored by one's complement, as in the ITU's own software (G.191).
 */
public final class G711 {

  private static final int MULAW_BIAS = 33 << 2;
  private static final int MULAW_CLIP = 0x7FFF - MULAW_BIAS;
  private static final int ALAW_EVEN_BITS = 0x55;

  private static final short[] MULAW = new short[256];
  private static final short[] ALAW = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      MULAW[code] = expandMulaw(code);
      ALAW[code] = expandAlaw(code);
    }
  }

  private G711() {}

  /** The 16-bit sample that a mu-law code stands for. */
  public static short fromMulaw(byte code) {
    return MULAW[code & 0xFF];
  }

  /** The mu-law code of a 16-bit sample. */
  public static byte toMulaw(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(sample < 0 ? ~sample : sample, MULAW_CLIP) + MULAW_BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude); // 132 to 255 is segment 0
    int step = (magnitude >> (segment + 3)) & 0x0F;
    return (byte) ~(sign | (segment << 4) | step);
  }

  /** The 16-bit sample that an A-law code stands for. */
  public static short fromAlaw(byte code) {
    return ALAW[code & 0xFF];
  }

  /** The A-law code of a 16-bit sample. */
  public static byte toAlaw(short sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = sample < 0 ? ~sample : sample;
    int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int step = (magnitude >> (Math.max(1, segment) + 3)) & 0x0F; // the first two segments are alike
    return (byte) ((sign | (segment << 4) | step) ^ ALAW_EVEN_BITS);
  }

  private static short expandMulaw(int code) {
    int bits = ~code;
    int magnitude = ((((bits & 0x0F) << 3) + MULAW_BIAS) << ((bits >> 4) & 7)) - MULAW_BIAS;
    return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
  }

  private static short expandAlaw(int code) {
    int bits = code ^ ALAW_EVEN_BITS;
    int segment = (bits >> 4) & 7;
    int middle = ((bits & 0x0F) << 4) + 8;
    int magnitude = segment == 0 ? middle : (middle + 0x100) << (segment - 1);
    return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
  }
}
