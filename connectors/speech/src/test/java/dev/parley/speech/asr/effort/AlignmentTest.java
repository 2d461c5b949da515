package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.speech.asr.Transcript;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  @Test
  void heard_ofAWordThatTheOtherHeardDifferently_isZero() {
    assertThat(heard("a m y", "k m y")).containsExactly(0, 0.5, 0.5);
  }

  @Test
  void heard_ofWordsThatTheOtherHeardTwice_countsTheirPlaces() {
    assertThat(heard("nine nine two", "nine nine two")).containsExactly(0.5, 0.5, 0.5);
    assertThat(heard("two nine", "nine two")).containsExactly(0, 0);
  }

  @Test
  void heard_besideAWordThatOnlyTheOtherHeard_isZero() {
    assertThat(heard("four two six", "four oh two six")).containsExactly(0, 0, 0.5);
    assertThat(heard("four two", "four two six")).containsExactly(0.5, 0);
    assertThat(heard("four two", "the four two")).containsExactly(0, 0.5);
  }

  @Test
  void heard_besideAWordThatTheOtherMissed_isAsSureAsBefore() {
    assertThat(heard("four oh two", "four two")).containsExactly(0.5, 0, 0.5);
  }

  @Test
  void heard_ofNothing_isZero() {
    assertThat(heard("six", "")).containsExactly(0);
    assertThat(heard("", "six")).isEmpty();
  }

  @Property(tries = 200)
  void heard_byAPassThatSaysTheSame_isWhatThatPassSays(
      @ForAll @Size(max = 6) List<@CharRange(from = 'a', to = 'c') Character> letters) {
    String text = String.join(" ", letters.stream().map(String::valueOf).toList());
    double[] heard = heard(text, text);
    assertThat(heard).hasSize(letters.size());
    assertThat(DoubleStream.of(heard)).allMatch(sure -> sure == 0.5);
  }

  private static double[] heard(String reading, String other) {
    return Alignment.heard(words(reading), words(other));
  }

  private static List<Transcript.Word> words(String text) {
    return Heard.of(text, 0.5).words();
  }
}
