package dev.parley.schema.spoken.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NumberWordsTest {

  @Property
  void number_saidAndRead_isTheSame(@ForAll @LongRange(max = 999_999_999) long value) {
    List<String> words = List.of(NumberWords.inWords(value).split(" ", -1));

    assertThat(NumberWords.cardinal(words, 0))
        .contains(new NumberWords.Cardinal(value, words.size()));
  }

  @Property
  void ordinal_saidAndRead_isTheSame(@ForAll @IntRange(min = 1, max = 39) int value) {
    List<String> words = List.of(NumberWords.ordinal(value).split(" ", -1));

    assertThat(NumberWords.ordinal(words, 0))
        .contains(new NumberWords.Cardinal(value, words.size()));
  }

  @Test
  void everyCharacterThatIsNamed_isReadBackAsItself() {
    for (int i = 0; i < "abcdefghijklmnopqrstuvwxyz0123456789-./ _".length(); i++) {
      char c = "abcdefghijklmnopqrstuvwxyz0123456789-./ _".charAt(i);
      assertThat(Spelling.names(c))
          .isNotEmpty()
          .allSatisfy(
              name ->
                  assertThat(Spelling.meanings(name))
                      .extracting(Spelling.Meaning::text)
                      .contains(String.valueOf(c)));
    }
  }
}
