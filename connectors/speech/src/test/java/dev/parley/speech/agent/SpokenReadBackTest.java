package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what was understood is read back, and how codes are put right. */
class SpokenReadBackTest {

  private static final List<ToolShape> TOOLS =
      List.of(
          new ToolShape(
              "start_timer",
              "Start a timer. It tells when its time is over.",
              """
              {"type":"object","required":["duration"],
               "x-phrases":["set a timer for {duration}"],
               "properties":{"duration":{"type":"string","format":"duration","title":"how long"}}}
              """),
          new ToolShape(
              "boil_egg",
              "Boil an egg.",
              """
              {"type":"object","required":["minutes"],"properties":{
               "minutes":{"type":"integer","title":"how many minutes","minimum":1}}}
              """),
          new ToolShape(
              "route",
              "Find the way between two places.",
              """
              {"type":"object","required":["from","to"],
               "x-phrases":["how do i get from {from} to {to}",
                 "find the way from {from} to {to}"],
               "properties":{
                 "from":{"title":"starting point","enum":["market","station"]},
                 "to":{"title":"destination","enum":["museum","harbor"]}}}
              """),
          new ToolShape(
              "order_status",
              "Find out where an order is.",
              """
              {"type":"object","required":["code"],
               "properties":{"code":{"type":"string",
               "description":"order code","pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"}}}
              """),
          new ToolShape(
              "pay",
              "Pay somebody.",
              """
              {"type":"object","x-confirm":true,"required":["amount","currency","to"],
               "x-phrases":["pay {amount} {currency} to {to}"],
               "properties":{"amount":{"type":"number","exclusiveMinimum":0},
                "currency":{"enum":["dollars","euros"]},
                "to":{"title":"recipient","enum":["Bob","the bakery"]}}}
              """));

  private final Agent agent =
      new Agent(
          AgentSettings.defaults(),
          new AgentBrief(
              "",
              SpokenTools.compile(TOOLS),
              TOOLS.stream().map(ToolShape::name).toList(),
              new ToolChoice.Auto()));

  private String say(String words, double confidence) {
    List<Heard.Word> heard =
        Stream.of(words.split(" ", -1)).map(word -> new Heard.Word(word, confidence)).toList();
    agent.heard(List.of(new Heard(heard, confidence)));
    return agent.answer().stream()
        .map(act -> act instanceof Act.Say(String text) ? text : act.toString())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set a timer for five minutes|Set a timer for five minutes: is that right?",
        "boil an egg for five minutes|Boil an egg, five minutes: is that right?",
        "find the way from the market to the museum"
            + "|Find the way from market to museum: is that right?",
        "where is my order r six two zero a nine c two"
            + "|Find out where an order is, order code R, dash, six, two, zero, A, dash, nine, C,"
            + " two: is that right?",
        "pay fifty dollars to bob|Pay fifty dollars to bob. Shall I do that?"
      })
  void readBack_isASentence(String said, String readBack) {
    assertThat(say(said, 0.3)).isEqualTo(readBack);
  }

  @Test
  void codeThatLacksACharacter_isToldAndAskedFor() {
    assertThat(say("where is my order r dash six two zero dash nine c two", 0.9))
        .isEqualTo(
            "I heard R, dash, six, two, zero, dash, nine, C, two: something is missing, or too"
                + " much. Which order code?");
    assertThat(say("r six two zero a nine c two", 1)).startsWith("Call[");
  }

  @Test
  void codeThatWasRefused_isNotReadBackAgain_whetherSaidAtOnceOrAfterTheQuestion() {
    String first = say("where is my order m two six two a seven g four", 0.65);
    assertThat(first).endsWith("M, dash, two, six, two, A, dash, seven, G, four: is that right?");

    String second = say("m two six two a seven g four", 0.7);
    assertThat(second).endsWith(": is that right?").isNotEqualTo(first);
    assertThat(say("no", 1)).isEqualTo("All right, once more. Which order code?");
    assertThat(say("m two six two a seven g four", 0.7))
        .endsWith(": is that right?")
        .isNotIn(first, second);
    assertThat(say("no the first is november", 0.9)).contains("N, dash,");
  }
}
