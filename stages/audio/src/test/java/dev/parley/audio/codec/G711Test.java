package dev.parley.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against tables 1 and 2 of the recommendation, built here from their decision values. */
class G711Test {

  /**
   * Table 2, column "decision value": 0, 1, 3 ... 31, then 16 steps a segment, twice as wide each.
   */
  private static int[] mulawDecisions() {
    int[] x = new int[129];
    x[1] = 1;
    for (int n = 2; n <= 128; n++) {
      x[n] = x[n - 1] + (2 << (n / 16 - (n % 16 == 0 ? 1 : 0)));
    }
    return x;
  }

  /** Table 1: 32 steps of 2, then 16 steps a segment, twice as wide each. */
  private static int[] alawDecisions() {
    int[] x = new int[129];
    for (int n = 1; n <= 128; n++) {
      int segment = (n - 1) / 16;
      x[n] = x[n - 1] + (segment < 2 ? 2 : 2 << (segment - 1));
    }
    return x;
  }

  @Test
  void decisionValues_areThoseThatTheRecommendationPrints() {
    int[] mulaw = mulawDecisions();
    assertThat(new int[] {mulaw[16], mulaw[32], mulaw[48], mulaw[64], mulaw[80]})
        .containsExactly(31, 95, 223, 479, 991);
    assertThat(new int[] {mulaw[96], mulaw[112], mulaw[127], mulaw[128]})
        .containsExactly(2015, 4063, 7903, 8159);
    int[] alaw = alawDecisions();
    assertThat(new int[] {alaw[32], alaw[48], alaw[64], alaw[80], alaw[96], alaw[112], alaw[128]})
        .containsExactly(64, 128, 256, 512, 1024, 2048, 4096);
  }

  @Test
  void fromMulaw_isTheMiddleOfItsInterval_forAllCodes() {
    int[] x = mulawDecisions();
    for (int n = 0; n < 128; n++) {
      int value = n == 0 ? 0 : (x[n] + x[n + 1]) / 2 * 4;
      assertThat(G711.fromMulaw((byte) (0xFF - n))).as("positive %d", n).isEqualTo((short) value);
      assertThat(G711.fromMulaw((byte) (0x7F - n))).as("negative %d", n).isEqualTo((short) -value);
    }
  }

  @Test
  void fromAlaw_isTheMiddleOfItsInterval_forAllCodes() {
    int[] x = alawDecisions();
    for (int n = 0; n < 128; n++) {
      int value = (x[n] + x[n + 1]) * 4;
      byte positive = (byte) ((0x80 | n) ^ 0x55);
      byte negative = (byte) (n ^ 0x55);
      assertThat(G711.fromAlaw(positive)).as("positive %d", n).isEqualTo((short) value);
      assertThat(G711.fromAlaw(negative)).as("negative %d", n).isEqualTo((short) -value);
    }
  }

  @Test
  void toMulaw_findsTheInterval_forAllSamples() {
    int[] x = mulawDecisions();
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int n = interval(x, 4, sample);
      int code = (sample < 0 ? 0x7F : 0xFF) - n;
      assertThat(G711.toMulaw((short) sample)).as("%d", sample).isEqualTo((byte) code);
    }
  }

  @Test
  void toAlaw_findsTheInterval_forAllSamples() {
    int[] x = alawDecisions();
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int n = interval(x, 8, sample);
      int code = ((sample < 0 ? 0 : 0x80) | n) ^ 0x55;
      assertThat(G711.toAlaw((short) sample)).as("%d", sample).isEqualTo((byte) code);
    }
  }

  @Test
  void encodingAndDecoding_isMonotonic_andOffByHalfAStepAtMost() {
    int lastMulaw = Short.MIN_VALUE;
    int lastAlaw = Short.MIN_VALUE;
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int mulaw = G711.fromMulaw(G711.toMulaw((short) sample));
      int alaw = G711.fromAlaw(G711.toAlaw((short) sample));
      assertThat(mulaw).isGreaterThanOrEqualTo(lastMulaw);
      assertThat(alaw).isGreaterThanOrEqualTo(lastAlaw);
      int clipped = Math.clamp(sample, -8159 * 4, 8159 * 4);
      // a step is a sixteenth of its segment, which is no wider than what lies below it (and 33 *
      // 4)
      assertThat(Math.abs(mulaw - clipped)).isLessThanOrEqualTo((Math.abs(clipped) + 132) / 32 + 1);
      assertThat(Math.abs(alaw - sample))
          .isLessThanOrEqualTo(Math.max(8, Math.abs(sample) / 32) + 1);
      lastMulaw = mulaw;
      lastAlaw = alaw;
    }
  }

  @Test
  void decodingAndEncoding_keepsEveryCode_butNegativeZero() {
    for (int code = 0; code < 256; code++) {
      byte same = (byte) code;
      assertThat(G711.toAlaw(G711.fromAlaw(same))).isEqualTo(same);
      assertThat(G711.toMulaw(G711.fromMulaw(same))).isEqualTo(code == 0x7F ? (byte) 0xFF : same);
    }
  }

  private static int interval(int[] decisions, int scale, int sample) {
    int magnitude = sample < 0 ? ~sample : sample;
    int n = 127;
    while (magnitude < decisions[n] * scale) {
      n--;
    }
    return n;
  }
}
