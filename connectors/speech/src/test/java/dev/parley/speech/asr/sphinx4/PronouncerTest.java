package dev.parley.speech.asr.sphinx4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PronouncerTest {

  private static final Set<String> PHONES =
      Set.of(
          "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G",
          "HH", "IH", "IY", "JH", "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T",
          "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH");

  private final Pronouncer pronouncer = new Pronouncer();

  @Test
  void knownWord_isLookedUpWithAllItsWays() {
    assertThat(pronouncer.apply("w")).containsExactly("D AH B AH L Y UW");
    assertThat(pronouncer.apply("A")).containsExactly("AH", "EY");
    assertThat(pronouncer.apply("Zero")).contains("Z IH R OW");
    assertThat(pronouncer.apply("o'clock")).isNotEmpty();
  }

  @Test
  void firstAndLastWord_areFound() {
    assertThat(pronouncer.apply("'bout")).containsExactly("B AW T");
    assertThat(pronouncer.apply("zyuganov")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "zyxomat", "Bröselmann", "x-ray-o-mat", "qqq"})
  void unknownWord_isReadByRules_inPhonesOfTheDictionary(String word) {
    List<String> ways = pronouncer.apply(word);
    assertThat(ways).isNotEmpty();
    assertThat(ways)
        .allSatisfy(way -> assertThat(PHONES).containsAll(Arrays.asList(way.split(" "))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "42", "-", "東京"})
  void whatHasNoLetters_hasNoSound(String word) {
    assertThat(pronouncer.apply(word)).isEmpty();
  }
}
