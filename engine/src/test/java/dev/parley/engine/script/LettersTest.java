package dev.parley.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LettersTest {

  private static final String SMILES = "a😀😀b";

  @Test
  void cut_withinACharacter_isBeforeIt() {
    assertThat(Letters.cut(SMILES, 2)).isEqualTo(1);
    assertThat(Letters.cut(SMILES, 3)).isEqualTo(3);
    assertThat(Letters.cut(SMILES, Long.MAX_VALUE)).isEqualTo(6);
    assertThat(Letters.cut("", 5)).isZero();
  }

  @Test
  void endOfWord_takesTheBlanksBeforeIt() {
    assertThat(Letters.endOfWord("one  two", 0, 8)).isEqualTo(3);
    assertThat(Letters.endOfWord("one  two", 3, 8)).isEqualTo(8);
    assertThat(Letters.endOfWord("one two", 3, 5)).isEqualTo(5);
    assertThat(Letters.endOfWord("one  ", 3, 5)).isEqualTo(5);
  }

  @Property
  void words_putTogether_areTheText(@ForAll String text, @ForAll @IntRange(max = 20) int most) {
    int end = Letters.cut(text, most);
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < end) {
      int to = Letters.endOfWord(text, at, end);
      assertThat(to).isGreaterThan(at);
      whole.append(text, at, to);
      at = to;
    }
    assertThat(whole).hasToString(text.substring(0, end));
  }

  @Property
  void pieces_putTogether_areTheText_andPartNoCharacter(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 9) int letters) {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int to = Letters.piece(text, at, letters, text.length());
      assertThat(to).isBetween(at + 1, at + letters);
      boolean parted =
          to < text.length() && Character.isSurrogatePair(text.charAt(to - 1), text.charAt(to));
      assertThat(parted).isFalse();
      whole.append(text, at, to);
      at = to;
    }
    assertThat(whole).hasToString(text);
  }
}
