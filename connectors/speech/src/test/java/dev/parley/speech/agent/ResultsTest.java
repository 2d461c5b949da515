package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.spoken.Draft;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTest {

  private static final Order ORDER =
      new Order(
          new Draft("order", Map.of("code", new Draft.Value("\"R6\"", "R, six", 1, true))),
          "{\"code\":\"R6\",\"days\":2}",
          false);

  private static String tell(String instructions, String output) {
    return new Results(new Instructions(instructions), 60).tell(ORDER, output).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"status\":\"sent\",\"arrivesAt\":\"noon\"} | Status: sent, arrives at: noon.",
        "{\"to\":{\"city\":\"Ulm\"},\"paid\":true} | To: city: Ulm, paid: yes.",
        "{\"price\":12.50,\"note\":null} | Price: 12.5.",
        "[\"a\",\"b\",\"c\"] | A, b and c.",
        "[1,2,3,4,5,6,7] | 1, 2, 3, 4, 5 and 2 more.",
        "{} | Done.",
        "null | Done.",
        "`` | Done.",
        "\"R6\" | R, six.",
        "7 | 7.",
        "All is well! | All is well!",
        "{\"error\":\"no such order\"} | That did not work: no such order.",
        "{\"error\":{\"message\":\"busy\",\"code\":5}} | That did not work: busy.",
        "{\"error\":true} | That did not work.",
        "{\"ok\":false,\"message\":\"closed\"} | That did not work: closed.",
        "{\"error\":null,\"status\":\"sent\"} | Status: sent.",
        "{\"a\": | That did not work: the answer makes no sense.",
      })
  void result_withoutATemplate_isPutIntoWords(String output, String told) {
    assertThat(tell("", output)).isEqualTo(told);
  }

  @Test
  void result_withoutLetters_isDone() {
    assertThat(tell("", "\u0000\u0001")).isEqualTo("Done.");
  }

  @Test
  void failure_isKnownAsOne() {
    Results results = new Results(new Instructions(""), 60);
    assertThat(results.tell(ORDER, "{\"error\":\"x\"}").isFailure()).isTrue();
    assertThat(results.tell(ORDER, "{\"a\":1}").isFailure()).isFalse();
  }

  @Test
  void result_thatIsLong_isCutBetweenWords() {
    String told = tell("", "tea and ".repeat(100_000));
    assertThat(told).hasSizeLessThanOrEqualTo(61).endsWith("tea and and so on.");
  }

  @Test
  void lettersOfTwoUnits_areNotCutInHalves() {
    String told = tell("", "\uD83C\uDF75".repeat(100));
    assertThat(told.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }

  @Test
  void template_takesFieldsPathsAndArguments() {
    String template = "say when order: {code}, {to.city}, {items.0.name}, {days}, {x.y}";
    String output =
        "{\"to\":{\"city\":\"Ulm\"},\"items\":[{\"name\":\"tea\"}],\"x.y\":\"z\",\"code\":\"R6\"}";
    assertThat(tell(template, output)).isEqualTo("R, six, Ulm, tea, 2, z.");
  }

  @Test
  void template_withDollarsAndBackslashes_isTakenLiterally() {
    assertThat(tell("say when order: $1 {a} \\d", "{\"a\":\"$0\"}")).isEqualTo("$1 $0 \\d.");
  }

  @Test
  void templateOfFailure_isNotUsedForSuccess() {
    String templates = "Say When ORDER  fails: no {error}\nsay when order: yes";
    assertThat(tell(templates, "{\"error\":\"luck\"}")).isEqualTo("No luck.");
    assertThat(tell(templates, "{}")).isEqualTo("Yes.");
  }

  @Test
  void templateThatIsEmpty_isNone() {
    assertThat(tell("say when order:", "{\"a\":1}")).isEqualTo("A: 1.");
  }
}
