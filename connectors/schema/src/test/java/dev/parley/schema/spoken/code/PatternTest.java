package dev.parley.schema.spoken.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {

  @Property
  void plainPatterns_matchAsJavaDoes(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String text) {
    for (String regex : new String[] {"^a(b|c)*$", "^(?:ab?){2,3}c+$", "^[^a]{2}|[ab]{1,3}$"}) {
      assertThat(Pattern.of(regex).matches(text))
          .as(regex)
          .isEqualTo(text.matches(regex.replaceAll("[\\^](?!a\\])|[$]", "")));
    }
  }

  @Test
  void next_tellsWhatMayCome() {
    Pattern pattern = Pattern.of("^[A-C]-[0-9]{2}$");

    assertThat(pattern.next(pattern.walk("A")).stream().toArray()).containsExactly('-');
    assertThat(pattern.next(pattern.walk("A-7")).cardinality()).isEqualTo(10);
    assertThat(pattern.missing(pattern.start())).isEqualTo(4);
    assertThat(pattern.accepts(pattern.walk("B-42"))).isTrue();
    assertThat(pattern.walk("D").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)b", "(a", "[a", "\\p{L}", "(a{900}){900}", "*", "a{2", "(a)\\1"})
  void patternThatIsNotPlain_letsAnythingPass(String regex) {
    assertThat(Pattern.of(regex).matches("anything at all")).isTrue();
  }

  @Test
  void hostilePattern_isNotSlow() {
    assertThat(Pattern.of("^(a+)+$").matches("a".repeat(60) + "b")).isFalse();
  }
}
