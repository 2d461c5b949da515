package dev.parley.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterNamesTest {

  @Test
  void apart_spelledLetters_areNames() {
    assertThat(LetterNames.apart("R, dash, A, W, nine"))
        .isEqualTo("are, dash, ay, double you, nine");
  }

  @Test
  void apart_otherText_staysAsItIs() {
    String text = "A man, Plan B: USA, and vitamin C.";

    assertThat(LetterNames.apart(text)).isEqualTo(text);
  }
}
