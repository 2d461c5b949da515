package dev.parley.twilio.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.codec.G711;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TonesTest {

  private static final int[] ALL = {697, 770, 852, 941, 1_209, 1_336, 1_477, 1_633};

  /** Energy at one frequency, by Goertzel. */
  private static double energy(byte[] mulaw, int hertz) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / 8_000);
    double one = 0;
    double two = 0;
    for (int i = 0; i < 800; i++) {
      double now = G711.fromMulaw(mulaw[i]) + turn * one - two;
      two = one;
      one = now;
    }
    return one * one + two * two - turn * one * two;
  }

  @Property
  void tone_isTheTwoFrequenciesOfItsKey_andNoOther(@ForAll @IntRange(max = 15) int at) {
    byte[] tone = Tones.of(Tones.KEYS.charAt(at));
    assertThat(tone).hasSize(1_600);
    double row = energy(tone, ALL[at / 4]);
    double column = energy(tone, ALL[4 + at % 4]);
    assertThat(10 * Math.log10(column / row)).as("twist in dB").isBetween(0.0, 4.0);
    for (int i = 0; i < ALL.length; i++) {
      if (i != at / 4 && i != 4 + at % 4) {
        assertThat(energy(tone, ALL[i])).isLessThan(row / 100);
      }
    }
    for (int i = 800; i < 1_600; i++) {
      assertThat(G711.fromMulaw(tone[i])).isZero();
    }
  }
}
