package dev.parley.schema.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a spelled code from one turn to the next. */
class CodeDialogueTest {

  private final SpokenTools orders =
      SpokenTools.compile(
          List.of(
              new ToolShape(
                  "order_status",
                  "Find out where an order is.",
                  """
                  {"type":"object","required":["code"],
                   "x-phrases":["where is my order {code}","order {code}"],
                   "properties":{"code":{"type":"string","description":"order code",
                     "pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"}}}\
                  """)));

  private final Draft empty = new Draft("order_status", Map.of());

  @ParameterizedTest
  @CsvSource({
    "order r dash six two zero dash nine c two, 'R, dash, six, two, zero, dash, nine, C, two'",
    "q dash two one r dash nine z four, 'Q, dash, two, one, R, dash, nine, Z, four'"
  })
  void codeThatLacksACharacter_isAskedFor_andToldWhatWasHeard(String said, String heard) {
    Draft draft = draft(orders.read(List.of(Heard.typed(said)), new Focus.Anything()));

    assertThat(orders.missing(draft)).containsExactly("code");
    assertThat(draft.fragment("code")).contains(heard);
  }

  @Test
  void codeWithASoundThatFitsNowhere_isReadBackWithoutIt_unsurely() {
    Draft draft =
        draft(
            orders.read(
                List.of(Heard.typed("order o dash six k eight four h dash eight f six")),
                new Focus.Anything()));

    assertThat(orders.arguments(draft)).isEqualTo("{\"code\":\"O-684H-8F6\"}");
    assertThat(draft.confidence()).isLessThan(0.5);
  }

  @Test
  void codeWithADigitTooMany_isAskedFor_forNobodyKnowsWhichOne() {
    Draft draft =
        draft(
            orders.read(
                List.of(Heard.typed("m dash seven two one three y dash five w five")),
                new Focus.Argument(empty, "code")));

    assertThat(orders.missing(draft)).containsExactly("code");
  }

  @Test
  void wordsThatAreNoCode_areNotTakenForABrokenOne() {
    assertThat(orders.read(List.of(Heard.typed("six a")), new Focus.Anything()))
        .isInstanceOf(Reading.Nothing.class);
    assertThat(orders.read(List.of(Heard.typed("a nice day for you")), new Focus.Anything()))
        .isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void codeThatWasRefused_isNotUnderstoodAgain() {
    Heard heard = Heard.typed("m dash two six two a dash seven g four");
    Draft first = draft(orders.read(List.of(heard), new Focus.Anything()));

    Draft again =
        draft(orders.read(List.of(heard), new Focus.Argument(first.without("code"), "code")));

    assertThat(orders.missing(again)).isEmpty();
    assertThat(orders.arguments(again)).isNotEqualTo(orders.arguments(first));
  }

  @Test
  void correctionWithTheToolsOwnWords_isACorrection() {
    Draft first =
        draft(
            orders.read(List.of(Heard.typed("r six two zero i nine c two")), new Focus.Anything()));

    Draft better =
        draft(
            orders.read(
                List.of(Heard.typed("where is my order romeo six two zero alpha nine charlie two")),
                new Focus.Confirmation(first)));

    assertThat(orders.arguments(better)).isEqualTo("{\"code\":\"R-620A-9C2\"}");
  }

  @Test
  void modelOfAConfirmation_knowsHowCharactersAreToldApart() {
    Draft draft =
        draft(
            orders.read(List.of(Heard.typed("r six two zero i nine c two")), new Focus.Anything()));

    assertThat(orders.expected(new Focus.Confirmation(draft)).pronunciations())
        .containsKeys("november", "romeo", "zulu", "eighth", "last", "as", "in", "and");
  }

  @Test
  void request_isPutInTheToolsOwnWords_ifTheyAreAStatement() {
    Draft draft =
        draft(
            orders.read(List.of(Heard.typed("r six two zero i nine c two")), new Focus.Anything()));

    assertThat(orders.request(draft))
        .contains("order R, dash, six, two, zero, I, dash, nine, C, two");
    assertThat(orders.request(empty)).isEmpty();
  }

  private static Draft draft(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Request.class);
    return ((Reading.Request) reading).draft();
  }
}
