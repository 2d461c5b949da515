package dev.parley.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final int RATE = 16_000;

  private static Samples sound(int count) {
    short[] pcm = new short[count];
    Arrays.fill(pcm, (short) 1_000);
    return Samples.wrap(pcm);
  }

  private static int through(double factor, Samples... pieces) {
    List<Samples> out = new ArrayList<>();
    Pauses pauses = new Pauses(RATE, /* pace= */ 1, factor, out::add);
    for (Samples piece : pieces) {
      assertThat(pauses.test(piece)).isTrue();
    }
    return out.stream().mapToInt(Samples::count).sum();
  }

  @Test
  void test_pause_isStretchedAsAWhole() {
    int in = 1_600 + 8_000 + 1_600;
    assertThat(through(1.5, sound(1_600), Samples.silence(8_000), sound(1_600)))
        .isEqualTo(in + 4_000);
  }

  @Test
  void test_closureOfAStop_staysAsItIs() {
    assertThat(through(2, sound(800), Samples.silence(1_600), sound(800))).isEqualTo(3_200);
  }

  @Property
  void test_howeverItIsCut_givesTheSame(
      @ForAll @IntRange(min = 1, max = 700) int cut, @ForAll @IntRange(max = 9_000) int pause) {
    Samples whole = sound(500).append(Samples.silence(pause)).append(sound(300));
    List<Samples> pieces = new ArrayList<>();
    for (int from = 0; from < whole.count(); from += cut) {
      pieces.add(whole.slice(from, Math.min(from + cut, whole.count())));
    }
    assertThat(through(1.4, pieces.toArray(Samples[]::new))).isEqualTo(through(1.4, whole));
  }

  @Test
  void test_refused_asksNoMore() {
    int[] asked = {0};
    Pauses pauses = new Pauses(RATE, 1, 2, piece -> ++asked[0] > 9);

    assertThat(pauses.test(Samples.silence(8_000))).isFalse();
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void factor_belowOne_isRefused() {
    assertThatThrownBy(() -> new Pauses(RATE, 1, 0.5, piece -> true))
        .hasMessage("factor must be 1 or more, got 0.5");
  }
}
