package dev.parley.schema.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenToolsTest {

  private static final Focus ANYTHING = new Focus.Anything();

  private final SpokenTools census = Census.tools();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "p i t t s b u r g h|spell|{\"name\":\"PITTSBURGH\"}",
        "u m n y h six|enter_code|{\"code\":\"UMNYH6\"}",
        "two six eight four four one eight|enter_number|{\"digits\":\"2684418\"}",
        "erase c q q f six nine|enter_code|{\"code\":\"CQQF69\",\"action\":\"erase\"}",
        "r six two zero a dash nine c two|order_status|{\"order\":\"R-620A-9C2\"}",
        "what is the status of my order r six two zero a nine c"
            + " two|order_status|{\"order\":\"R-620A-9C2\"}",
        "four dollars fifty|pay|{\"amount\":4.5}",
        "the third of june|set_date|{\"date\":\"2026-06-03\"}",
        "go|command|{\"command\":\"go\"}",
        "help|command|{\"command\":\"help\"}"
      })
  void words_becomeTheToolThatFits(String said, String tool, String arguments) {
    Reading reading = census.read(List.of(Heard.typed(said)), ANYTHING);

    assertThat(reading).isInstanceOf(Reading.Request.class);
    Draft draft = ((Reading.Request) reading).draft();
    assertThat(draft.tool()).isEqualTo(tool);
    assertThat(census.arguments(draft)).isEqualTo(arguments);
    assertThat(census.problems(draft)).isEmpty();
  }

  @Test
  void answers_steerTheCall() {
    SpokenTools timer = Census.tool("set_timer", "seconds", "{'type':'integer'}");

    assertThat(read(timer, "yes please")).isInstanceOf(Reading.Yes.class);
    assertThat(read(timer, "no")).isInstanceOf(Reading.No.class);
    assertThat(read(timer, "what can you do")).isInstanceOf(Reading.Help.class);
    assertThat(read(timer, "repeat")).isInstanceOf(Reading.Repeat.class);
    assertThat(read(timer, "never mind")).isInstanceOf(Reading.Cancel.class);
    assertThat(read(timer, "the weather is nice")).isInstanceOf(Reading.Nothing.class);
    assertThat(timer.read(List.of(), ANYTHING)).isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void missingArgument_isFilledByItsAnswer() {
    SpokenTools timer = Census.tool("set_timer", "seconds", "{'type':'integer','minimum':1}");
    Draft asked = draft(read(timer, "set a timer"));
    assertThat(timer.missing(asked)).containsExactly("seconds");

    Draft filled =
        draft(
            timer.read(List.of(Heard.typed("five minutes")), new Focus.Argument(asked, "seconds")));

    assertThat(timer.missing(filled)).isEmpty();
    assertThat(timer.arguments(filled)).isEqualTo("{\"seconds\":300}");
    assertThat(filled.value("seconds").orElseThrow().said()).isEqualTo("five minutes");
  }

  @Test
  void freeText_takesTheWordsThatNothingElseClaims() {
    SpokenTools route = Census.tool("route", "destination", "{'type':'string'}");

    assertThat(route.arguments(draft(read(route, "show me the route to the central station"))))
        .isEqualTo("{\"destination\":\"central station\"}");
    assertThat(
            route.arguments(
                draft(
                    route.read(
                        List.of(Heard.typed("the old mill")),
                        new Focus.Argument(new Draft("route", Map.of()), "destination")))))
        .isEqualTo("{\"destination\":\"the old mill\"}");
  }

  @Test
  void booleanThatWasAskedFor_isAnswered() {
    SpokenTools gift = Census.tool("wrap", "gift", "{'type':'boolean'}");
    Focus asked = new Focus.Argument(new Draft("wrap", Map.of()), "gift");

    assertThat(gift.arguments(draft(gift.read(List.of(Heard.typed("no")), asked))))
        .isEqualTo("{\"gift\":false}");
  }

  @Test
  void schema_decidesBetweenAlternatives() {
    Heard wrong = new Heard(Heard.typed("r six two b a nine c two").words(), 0.5);
    Heard right = new Heard(Heard.typed("r six two zero a nine c two").words(), 0.48);

    Draft draft = draft(census.read(List.of(wrong, right), ANYTHING));

    assertThat(draft.value("order").orElseThrow().json()).isEqualTo("\"R-620A-9C2\"");
  }

  @ParameterizedTest
  @CsvSource({"no nine d two, R-620A-9D2", "no the last one is seven, R-620A-9C7"})
  void correction_changesTheWrongCharactersOnly(String said, String code) {
    Draft draft = draft(read(census, "r six two zero a nine c two"));

    Reading better = census.read(List.of(Heard.typed(said)), new Focus.Confirmation(draft));

    assertThat(census.arguments(draft(better))).isEqualTo("{\"order\":\"%s\"}".formatted(code));
  }

  @Test
  void correctionOfOtherValues_replacesThem() {
    SpokenTools timer = Census.tool("set_timer", "seconds", "{'type':'integer'}");
    Draft draft = draft(read(timer, "set a timer for five minutes"));

    Reading better =
        timer.read(List.of(Heard.typed("no ten minutes")), new Focus.Confirmation(draft));

    assertThat(timer.arguments(draft(better))).isEqualTo("{\"seconds\":600}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order status for",
        "where is my order",
        "four dollars and",
        "r dash",
        "double",
        "twenty"
      })
  void brokenOffRequest_isUnfinished(String said) {
    assertThat(census.isUnfinished(Heard.typed(said), ANYTHING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "p i t t s b u r g h", "go", "r six two zero a nine c two"})
  void wholeRequest_isFinished(String said) {
    assertThat(census.isUnfinished(Heard.typed(said), ANYTHING)).isFalse();
  }

  @Test
  void codeThatWasAskedFor_isUnfinishedUntilItIsLongEnough() {
    Focus order = new Focus.Argument(new Draft("order_status", Map.of()), "order");

    assertThat(census.isUnfinished(Heard.typed("r six two zero"), order)).isTrue();
    assertThat(census.isUnfinished(Heard.typed("r six two zero a nine c two"), order)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|the tool t cannot be used: the schema must be a JSON object",
        "{\"type\":\"string\"}|the tool t cannot be used: its parameters must be of the type"
            + " object",
        "{\"type\":5}|the tool t cannot be used"
      })
  void parametersThatAreNoSchema_areRefusedInOneSentence(String parameters, String sentence) {
    assertThatThrownBy(() -> SpokenTools.compile(List.of(new ToolShape("t", "", parameters))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void twoToolsOfOneName_areRefused() {
    ToolShape one = new ToolShape("t", "", "");

    assertThatThrownBy(() -> SpokenTools.compile(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two tools are called t: give each its own name");
  }

  @Test
  void tooManyWords_areRefusedInOneSentence() {
    List<String> names =
        IntStream.range(0, Models.MOST_WORDS + 1).mapToObj(i -> "'word" + name(i) + "'").toList();

    assertThatThrownBy(() -> Census.tool("t", "a", "{'enum':[" + String.join(",", names) + "]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4000 at the most: offer fewer choices");
  }

  @Test
  void fiftyTools_makeAModelOfBoundedSize() {
    List<ToolShape> many =
        IntStream.range(0, 50)
            .boxed()
            .flatMap(i -> Stream.of(Census.shapes().get(i % 7)).map(t -> renamed(t, i)))
            .toList();

    LanguageModel model =
        SpokenTools.compile(many, Census.CLOCK, word -> List.of()).expected(ANYTHING);

    assertThat(model.arpa().length()).isLessThan(1_000_000);
    assertThat(model.pronunciations()).hasSizeLessThan(400);
  }

  @Test
  void endlessSpelling_isReadUpToABound() {
    Heard endless = Heard.typed("a b seven oh double c ".repeat(2_000));

    assertThat(Requests.words(endless)).hasSize(Requests.MOST_WORDS);
    assertThat(census.read(List.of(endless), ANYTHING)).isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void titlesAndPurposes_areSpoken() {
    assertThat(census.title("order_status", "order")).isEqualTo("order code");
    assertThat(census.purpose("pay")).isEqualTo("Pays an amount of money.");
    assertThat(census.wantsConfirmation("pay")).isFalse();
    assertThat(census.toString()).isEqualTo("SpokenTools[7]");
  }

  private static String name(int i) {
    return i < 26 ? String.valueOf((char) ('a' + i)) : name(i / 26) + name(i % 26);
  }

  private static ToolShape renamed(ToolShape tool, int i) {
    return new ToolShape(tool.name() + "_" + i, tool.description(), tool.parameters());
  }

  private static Reading read(SpokenTools tools, String said) {
    return tools.read(List.of(Heard.typed(said)), ANYTHING);
  }

  private static Draft draft(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Request.class);
    return ((Reading.Request) reading).draft();
  }
}
