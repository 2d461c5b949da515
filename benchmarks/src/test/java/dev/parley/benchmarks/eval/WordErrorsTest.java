package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordErrorsTest {

  @Test
  void of_countsWordsLeftOutPutInAndExchanged() {
    assertThat(WordErrors.of("a m y", "a m y")).isEqualTo(new WordErrors(0, 3));
    assertThat(WordErrors.of("a m y", "k m")).isEqualTo(new WordErrors(2, 3));
    assertThat(WordErrors.of("a m y", "a a m y eight")).isEqualTo(new WordErrors(2, 3));
    assertThat(WordErrors.of("five", "")).isEqualTo(new WordErrors(1, 1));
    assertThat(WordErrors.of("go", "the b go").rate()).isEqualTo(2);
  }

  @Test
  void of_doesNotSeeCaseAndPunctuation() {
    assertThat(WordErrors.of("And so, don\u2019t 'ask'!", "and so don't ask").errors()).isZero();
    assertThat(WordErrors.of("enfáticamente, señor", "ENFÁTICAMENTE SEÑOR").errors()).isZero();
  }

  @Test
  void rate_ofNothingSaid_isNone() {
    assertThat(WordErrors.NONE.rate()).isNaN();
    assertThat(WordErrors.words(" ?! ")).isEmpty();
  }
}
