package dev.parley.speech.say;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

  @ParameterizedTest
  @CsvSource({
    "0, zero",
    "0013, thirteen",
    "20, twenty",
    "21, twenty-one",
    "100, one hundred",
    "1015, one thousand fifteen",
    "1000000, one million",
    "999999999999999, nine hundred ninety-nine trillion nine hundred ninety-nine billion nine"
        + " hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine",
    "1234567890123456, 'one two three four, five six seven eight, nine zero one two, three four"
        + " five six'"
  })
  void cardinal(String digits, String words) {
    assertThat(NumberWords.cardinal(digits)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "1, first",
    "12, twelfth",
    "20, twentieth",
    "22, twenty-second",
    "100, one hundredth",
    "103, one hundred third",
    "1000, one thousandth"
  })
  void ordinal(String digits, String words) {
    assertThat(NumberWords.ordinal(digits)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "1900, nineteen hundred",
    "1905, nineteen oh five",
    "2001, two thousand one",
    "2010, twenty ten",
    "2026, twenty twenty-six",
    "0, zero",
    "476, four hundred seventy-six"
  })
  void year(int year, String words) {
    assertThat(NumberWords.year(year)).isEqualTo(words);
  }
}
