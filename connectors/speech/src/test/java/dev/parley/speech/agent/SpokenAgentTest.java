package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The agent with tools that are understood for real: the conversations that it is made for. */
class SpokenAgentTest {

  private static final ToolShape ORDER =
      new ToolShape(
          "order_status",
          "Find out where an order is.",
          """
          {"type":"object","required":["code"],"properties":{"code":{"type":"string",
           "description":"order code","pattern":"^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"}}}
          """);
  private static final ToolShape PAY =
      new ToolShape(
          "pay",
          "Pay somebody. The money is gone then.",
          """
          {"type":"object","x-confirm":true,"required":["amount","payee"],"properties":{
           "amount":{"type":"integer","minimum":1},"payee":{"enum":["Bob","Alice"]}}}
          """);
  private static final String INSTRUCTIONS = "say when order_status: Order {code} is {status}.";

  private static final String CODE = "r dash six two zero a dash nine c two";

  private final Agent agent =
      new Agent(
          AgentSettings.defaults(),
          new AgentBrief(
              INSTRUCTIONS,
              SpokenTools.compile(List.of(ORDER, PAY)),
              List.of("order_status", "pay"),
              new ToolChoice.Auto()));

  private String say(String words, double confidence) {
    List<Heard.Word> heard =
        Stream.of(words.split(" ")).map(word -> new Heard.Word(word, confidence)).toList();
    agent.heard(List.of(new Heard(heard, confidence)));
    return answer();
  }

  private String answer() {
    StringBuilder reply = new StringBuilder();
    for (Act act : agent.answer()) {
      switch (act) {
        case Act.Say(String text) -> reply.append(text);
        case Act.Call(String tool, String arguments) -> {
          agent.called(tool, "call");
          reply.append(tool).append(arguments);
        }
      }
    }
    return reply.toString();
  }

  @Test
  void codeThatIsDoubtful_isReadBack_confirmed_andItsResultTold() {
    assertThat(say("where is my order " + CODE, 0.75))
        .containsIgnoringCase("six, two, zero, A")
        .endsWith("is that right?");
    assertThat(say("yes", 0.9)).isEqualTo("order_status{\"code\":\"R-620A-9C2\"}");
    agent.result("call", "{\"status\":\"on its way\"}");
    assertThat(answer()).startsWith("Order R").endsWith("is on its way.");
  }

  @Test
  void codeThatIsCertain_isCalledAtOnce() {
    assertThat(say("order status " + CODE, 1)).isEqualTo("order_status{\"code\":\"R-620A-9C2\"}");
  }

  @Test
  void codeThatIsMissing_isAskedFor() {
    assertThat(say("where is my order", 1)).isEqualTo("Which order code?");
    assertThat(say(CODE, 1)).isEqualTo("order_status{\"code\":\"R-620A-9C2\"}");
  }

  @Test
  void payment_isConfirmedHoweverCertain() {
    assertThat(say("pay fifty to bob", 1))
        .startsWith("Pay somebody. Amount fifty")
        .endsWith("Shall I do that?");
    assertThat(say("yes", 1)).isEqualTo("pay{\"amount\":50,\"payee\":\"Bob\"}");
  }
}
