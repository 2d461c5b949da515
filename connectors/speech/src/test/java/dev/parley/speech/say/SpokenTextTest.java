package dev.parley.speech.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // amounts
        "$4.50 | four dollars and fifty cents",
        "$1 | one dollar",
        "$0.50 | fifty cents",
        "-$5.00 | minus five dollars",
        "$1,234.56 | one thousand two hundred thirty-four dollars and fifty-six cents",
        "$3 million | three million dollars",
        "£2.01 | two pounds and one penny",
        "€3.40 | three euros and forty cents",
        "4,50 € | four euros and fifty cents",
        "20 EUR | twenty euros",
        "$4.505 | four point five zero five dollars",
        // codes
        "R-620A-9C2 | R, dash, six, two, zero, A, dash, nine, C, two",
        "r-620a-9c2 | R, dash, six, two, zero, A, dash, nine, C, two",
        "Code B12 is it | Code B, one, two, is it",
        "A-B-C | A, dash, B, dash, C",
        "step2 | step two",
        "1.2.3 | one dot two dot three",
        // telephones
        "+1 (555) 010-4477 | plus one, five five five, zero one zero, four four seven seven",
        "555-0104 | five five five, zero one zero four",
        "+491701234567 | plus four nine one seven, zero one two three, four five six seven",
        // dates, times, durations
        "2026-11-22 | November twenty-second, twenty twenty-six",
        "Nov. 22, 2026 | November twenty-second, twenty twenty-six",
        "on 3 May | on the third of May",
        "11/22/2026 | November twenty-second, twenty twenty-six",
        "03/04/2026 | three slash four slash twenty twenty-six",
        "2026-13-45 | two, zero, two, six, dash, one, three, dash, four, five",
        "14:05 | fourteen oh five",
        "9:00 | nine o'clock",
        "14:00 | fourteen hundred",
        "9:30 pm | nine thirty in the evening",
        "9am to 12:30 p.m. | nine in the morning to twelve thirty in the afternoon",
        "2026-11-22T14:05Z | November twenty-second, twenty twenty-six, fourteen oh five U T C",
        "PT5M30S | five minutes and thirty seconds",
        "P1DT1H1.5S | one day, one hour and one point five seconds",
        // numbers
        "12.5% | twelve point five percent",
        "the 22nd | the twenty-second",
        "1 kg and 5 km/h | one kilogram and five kilometers per hour",
        "-5 °C | minus five degrees Celsius",
        "5 m² | five meters squared",
        "4711 people | four thousand seven hundred eleven people",
        "room 4711 | room four seven one one",
        "48213 | four eight two, one three",
        "10000 | ten thousand",
        "0042 | zero zero four two",
        "1234567812345678 | one two three four, five six seven eight, one two three four, five six"
            + " seven eight",
        "in 1984 | in nineteen eighty-four",
        "3/4 of 2½ | three quarters of two and one half",
        "10–20 | ten to twenty",
        "#17 and No. 4711 | number seventeen and number four seven one one",
        // addresses, abbreviations, signs
        "https://parley.dev/docs?x=1 | parley dot dev slash docs question mark x equals one",
        "joe.doe@example.org | joe dot doe at example dot org",
        "Dr. Smith, e.g. on Main St. | doctor Smith, for example on Main Street",
        "**a** _b_ & c | a b and c",
      })
  void of_whatIsWrittenShort_isSaidInWords(String written, String spoken) {
    assertThat(SpokenText.of(written).spoken()).isEqualTo(spoken);
  }

  @Test
  void of_sentences_areClausesWithTheirSources() {
    SpokenText text = SpokenText.of("Dr. No has 5. Is it?\nYes.");

    assertThat(text.clauses())
        .containsExactly(
            new Clause("Dr. No has 5. ", "doctor No has five."),
            new Clause("Is it?\n", "Is it?"),
            new Clause("Yes.", "Yes."));
  }

  @Test
  void of_otherLanguage_staysAsItIs() {
    assertThat(SpokenText.of("Das kostet 4,50 €. Ja?", "de").spoken())
        .isEqualTo("Das kostet 4,50 €. Ja?");
    assertThat(SpokenText.of("5 km", "en-GB").spoken()).isEqualTo("five kilometers");
  }

  @Test
  void toString_keepsTheTextOutOfLogs() {
    SpokenText text = SpokenText.of("my pin is 4711");

    assertThat(text + " " + text.clauses()).doesNotContain("pin").doesNotContain("four");
  }

  @Property(tries = 2_000)
  void of_anyText_leavesNoDigitAndStaysInBounds(@ForAll("texts") String text) {
    SpokenText said = SpokenText.of(text);

    assertThat(said.spoken().codePoints().filter(Character::isDigit).toArray()).isEmpty();
    assertThat(said.spoken().length()).isLessThanOrEqualTo(20 * text.length() + 60);
    assertThat(said.clauses().stream().map(Clause::source).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(said.clauses()).allMatch(clause -> clause.source().length() <= 800);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "$",
            "€",
            "4",
            "50",
            ".",
            ",",
            "-",
            "/",
            ":",
            " ",
            "PT",
            "5M",
            "T",
            "2026-11-22",
            "+1",
            "(",
            ")",
            "555",
            "R-6",
            "km/h",
            "%",
            "th",
            "Dr.",
            "e.g.",
            "@",
            "www.",
            "x.com",
            "https://",
            "½",
            "٣",
            "𝟎",
            "é",
            "#",
            "No. ",
            "May ",
            "am",
            "k",
            "million",
            "°C",
            "\n",
            "999999999999");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(60).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(300),
        Arbitraries.strings().ascii().ofMaxLength(1_000),
        Arbitraries.strings().withChars("0123456789-.:/ ").ofMaxLength(600));
  }
}
