package dev.parley.schema.spoken.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.pattern.Automaton;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

  private static final String ORDER = "^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$";

  @ParameterizedTest
  @CsvSource({
    "r dash six two zero a dash nine c two, R-620A-9C2",
    "r six two zero a nine c two, R-620A-9C2",
    "romeo six twenty alpha niner charlie two, R-620A-9C2",
    "r as in romeo six two oh a nine see two, R-620A-9C2",
    "r hyphen six double two a dash nine c to, R-622A-9C2",
    "are six two o a nine c for, R-620A-9C4",
    "r-620a-9c2, R-620A-9C2",
    "r uh six two zero a um nine c two, R-620A-9C2",
    "o one one one o two o three, O-111O-2O3"
  })
  void order_isSpelledInManyWays(String said, String code) {
    assertThat(best(ORDER, said)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "'^[A-Z]{1,12}$', p i t t s b u r g h, PITTSBURGH",
    "'^[A-Z]{1,12}$', double u a double l, WALL",
    "'^[A-Z]{1,12}$', b for bravo o zed, BOZ",
    "'^[a-z]{1,12}$', a m y, amy",
    "'^[0-9]{1,16}$', two six eight four four one eight, 2684418",
    "'^[0-9]{1,16}$', oh one triple five, 01555",
    "'^[0-9]{1,16}$', fifteen forty four, 1544",
    "'^[0-9]{1,16}$', four hundred, 400",
    "'^[A-Z0-9]{1,12}$', u m n y h six, UMNYH6",
    "'^[A-Z0-9]{1,12}$', six oh two o, 6020",
    "'^[a-z]+\\.[a-z]+$', a b dot c, ab.c",
    "^(AB|CD)[0-9]{2}$, c d one two, CD12"
  })
  void pattern_decidesWhatAWordStandsFor(String pattern, String said, String code) {
    assertThat(best(pattern, said)).isEqualTo(code);
  }

  @Test
  void letter_whereOnlyADigitMayBe_isGuessedWithDoubt() {
    Found found = found("^[0-9]{3}$", "one a two");

    assertThat(found.json()).isEqualTo("\"182\"");
    assertThat(found.fit()).isLessThan(0.6);
  }

  @Test
  void code_isReadBackCharacterByCharacter() {
    assertThat(found(ORDER, "r six two zero a nine c two").said())
        .isEqualTo("R, dash, six, two, zero, A, dash, nine, C, two");
  }

  @Test
  void tooShortCode_isNoCode_andIsOpen() {
    Codes codes = codes(ORDER);

    assertThat(codes.read(words("r six two zero"), 0)).isEmpty();
    assertThat(codes.isOpen(words("my order is r six two zero"))).isTrue();
    assertThat(codes.isOpen(words("r six two zero a nine c two"))).isFalse();
    assertThat(codes.isOpen(words("hello there"))).isFalse();
  }

  @Test
  void longestLength_endsACode() {
    Codes codes = new Codes(Automaton.of("^[0-9]+$"), 1, 3);

    assertThat(codes.read(words("one two three four"), 0))
        .extracting(Found::json)
        .contains("\"123\"")
        .doesNotContain("\"1234\"");
  }

  private static String best(String pattern, String said) {
    String json = found(pattern, said).json();
    return json.substring(1, json.length() - 1);
  }

  private static Found found(String pattern, String said) {
    List<String> words = words(said);
    return codes(pattern).read(words, 0).stream()
        .max(Comparator.comparingInt(Found::to))
        .filter(found -> found.to() == words.size())
        .orElseThrow();
  }

  private static Codes codes(String pattern) {
    return new Codes(Automaton.of(pattern), 1, 64);
  }

  private static List<String> words(String said) {
    return List.of(said.split(" ", -1));
  }
}
