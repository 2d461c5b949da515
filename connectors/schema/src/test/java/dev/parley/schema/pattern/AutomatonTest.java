package dev.parley.schema.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomatonTest {

  @Property
  void plainPatterns_matchAsJavaDoes(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String text) {
    for (String regex : new String[] {"^a(b|c)*$", "^(?:ab?){2,3}c+$", "^[^a]{2}|[ab]{1,3}$"}) {
      assertThat(Automaton.of(regex).matches(text))
          .as(regex)
          .isEqualTo(text.matches(regex.replaceAll("[\\^](?!a\\])|[$]", "")));
    }
  }

  @Test
  void next_tellsWhatMayCome() {
    Automaton pattern = Automaton.of("^[A-C]-[0-9]{2}$");

    assertThat(pattern.next(pattern.walk("A")).stream().toArray()).containsExactly('-');
    assertThat(pattern.next(pattern.walk("A-7")).cardinality()).isEqualTo(10);
    assertThat(pattern.missing(pattern.start())).isEqualTo(4);
    assertThat(pattern.accepts(pattern.walk("B-42"))).isTrue();
    assertThat(pattern.walk("D").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)b", "(a", "[a", "\\p{L}", "(a{900}){900}", "*", "a{2", "(a)\\1"})
  void patternThatIsNotPlain_letsAnythingPass(String regex) {
    assertThat(Automaton.of(regex).matches("anything at all")).isTrue();
  }

  @Test
  void groupsWithoutEnd_takeNoStack() {
    String deep = "(".repeat(50_000) + "a" + ")".repeat(50_000);

    assertThat(Automaton.of(deep).matches("anything at all")).isTrue();
    assertThat(PatternText.of(deep, 1)).isEmpty();
  }

  @Test
  void letterThatNobodySpells_letsAnythingPass() {
    assertThat(Automaton.of("^a\u00fcb$").matches("ab")).isTrue();
    assertThat(Automaton.of("^a\u00fcb$").matches("anything at all")).isTrue();
    assertThat(PatternText.of("^a\u00fcb$", 0)).containsExactly("a\u00fcb");
  }

  @Test
  void hostilePattern_isNotSlow() {
    assertThat(Automaton.of("^(a+)+$").matches("a".repeat(60) + "b")).isFalse();
  }
}
