package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedTest {

  @Test
  void of_countsWhatDiffers() {
    assertThat(Paired.of(List.of(true, false, false, true), List.of(true, true, true, false)))
        .isEqualTo(new Paired(2, 1));
  }

  @Test
  void p_isTheBinomialsTwoTails() {
    assertThat(new Paired(0, 0).p()).isEqualTo(1);
    assertThat(new Paired(6, 0).p()).isCloseTo(2 / 64.0, within(1e-12));
    assertThat(new Paired(8, 1).p()).isCloseTo(20 / 512.0, within(1e-12));
    assertThat(new Paired(1, 8).p()).isCloseTo(20 / 512.0, within(1e-12));
    assertThat(new Paired(3, 3).p()).isEqualTo(1);
  }

  @Test
  void of_unequalLists_isRefused() {
    assertThatThrownBy(() -> Paired.of(List.of(true), List.of())).hasMessageContaining("1 and 0");
  }
}
