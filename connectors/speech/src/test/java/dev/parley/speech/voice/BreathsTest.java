package dev.parley.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BreathsTest {

  @Test
  void of_usualSentences_staysWhole() {
    String text = "One two three four, five. ".repeat(100);

    assertThat(Breaths.of(text)).containsExactly(text);
  }

  @Test
  void of_longSentence_isCutAtItsLastComma() {
    String text = "word ".repeat(20) + "end, " + "more ".repeat(30);

    assertThat(Breaths.of(text))
        .containsExactly("word ".repeat(20) + "end,", " " + "more ".repeat(30));
  }

  @Test
  void of_sentenceWithoutMarks_isCutBetweenWords() {
    assertThat(Breaths.of("word ".repeat(100)))
        .hasSize(3)
        .allMatch(b -> b.strip().endsWith("word"));
  }

  @Property
  void of_anyText_isTheTextInPieces(@ForAll String text) {
    assertThat(String.join("", Breaths.of(text + "x".repeat(900))))
        .isEqualTo(text + "x".repeat(900));
    assertThat(Breaths.of(text + "x".repeat(900)))
        .allMatch(breath -> breath.length() <= 800 + text.length());
  }
}
