package dev.parley.engine.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Property
  void slices_joinToTheWhole(
      @ForAll @Size(max = 200) short[] pcm, @ForAll @IntRange(min = 0, max = 200) int cut) {
    Samples whole = Samples.copyOf(pcm, 0, pcm.length);
    int at = Math.min(cut, pcm.length);
    Samples joined = whole.slice(0, at).append(whole.slice(at, pcm.length));
    assertThat(joined).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(joined.toArray()).isEqualTo(pcm);
  }

  @Property
  void sliceOfASlice_isTheSliceOfTheWhole(
      @ForAll @Size(min = 10, max = 50) short[] pcm,
      @ForAll @IntRange(min = 0, max = 5) int first,
      @ForAll @IntRange(min = 0, max = 5) int second) {
    Samples whole = Samples.wrap(pcm.clone());
    Samples inner = whole.slice(first, 10).slice(Math.min(second, 10 - first), 10 - first);
    assertThat(inner).isEqualTo(whole.slice(first + Math.min(second, 10 - first), 10));
  }

  @Test
  void copyOf_isNotTouchedByItsOrigin() {
    short[] pcm = {1, 2, 3};
    Samples copy = Samples.copyOf(pcm, 1, 2);
    pcm[1] = 9;
    assertThat(copy.toArray()).containsExactly((short) 2, (short) 3);
  }

  @Test
  void outsideOfTheRun_isRefused() {
    Samples inner = Samples.wrap((short) 1, (short) 2, (short) 3).slice(1, 2);
    assertThatThrownBy(() -> inner.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> inner.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> inner.slice(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void text_holdsNoAudio() {
    assertThat(Samples.wrap((short) 4711)).hasToString("Samples[1]");
  }
}
