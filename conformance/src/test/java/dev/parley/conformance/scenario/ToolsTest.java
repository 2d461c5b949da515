package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Piece;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 3.3, 3.4 and 3.5. */
class ToolsTest {

  private static final Setup ONE_CALL =
      Setup.reciting(
          Recital.of(new Piece.Call("call_1", "order_status", "{\"code\": \"A1\"}")),
          Recital.say("It is on its way."));
  private static final Setup MANY =
      Setup.reciting(
          Recital.of(
              new Piece.Say("Let me see.", Duration.ofMillis(400)),
              new Piece.Call("call_1", "order_status", "{\"code\": \"A1\"}"),
              new Piece.Call("call_2", "order_status", "{\"code\": \"B2\"}")),
          Recital.say("Both are on their way."));
  private static final Setup SCRIPTED = Setup.scripted("think=10ms,reply=300ms");

  @Nested
  class OneCall {

    @RegisterExtension final Line line = Line.to(ONE_CALL);

    @Test
    void call_hasItsOrder_andItsOutputIsAnswered() {
      Caller caller = line.call();
      offer(caller);
      caller.send(Ask.text("Where is A1?"));
      caller.await("conversation.item.done");
      caller.forget();
      caller.send(Ask.respond());
      JsonNode call = caller.response().at("/output/0");

      assertThat(caller.shape())
          .containsExactly(
              "response.created",
              "response.output_item.added",
              "conversation.item.added",
              "response.function_call_arguments.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
      assertThat(call.path("call_id").asText()).isEqualTo("call_1");
      assertThat(call.path("arguments").asText()).isEqualTo("{\"code\": \"A1\"}");
      caller.send(Ask.output("call_1", "sent"), Ask.respond());
      assertThat(caller.response().at("/output/0/content/0/transcript").asText())
          .isEqualTo("It is on its way.");
    }

    @Test
    void output_ofAnUnknownCall_isRefused() {
      Caller caller = line.call();
      caller.send(Ask.output("call_9", "sent"));
      assertThat(caller.await("error").at("/error/code").asText())
          .isEqualTo("invalid_tool_call_id");
    }
  }

  @Nested
  class PreambleAndParallelCalls {

    @RegisterExtension final Line line = Line.to(MANY);

    @Test
    void items_haveTheirOwnBlocks_andAreAnsweredTogether() {
      Caller caller = line.call();
      offer(caller);
      caller.send(Ask.text("Where are A1 and B2?"), Ask.respond());
      JsonNode output = caller.response().path("output");

      assertThat(output.findValuesAsText("type"))
          .contains("message", "function_call", "function_call");
      assertThat(output).hasSize(3);
      assertThat(caller.heard("response.output_item.added"))
          .extracting(e -> e.path("output_index").asInt())
          .containsExactly(0, 1, 2);
      assertThat(List.of(output.get(1), output.get(2)))
          .extracting(call -> call.path("call_id").asText())
          .containsExactly("call_1", "call_2");
      caller.send(Ask.output("call_2", "lost"), Ask.output("call_1", "sent"), Ask.respond());
      assertThat(caller.response().path("status").asText()).isEqualTo("completed");
    }
  }

  @Nested
  class Scripted {

    @RegisterExtension final Line line = Line.to(SCRIPTED);

    @Test
    void scriptedModel_callsTheFirstTool_withArgumentsThatFit() throws Exception {
      Caller caller = line.call();
      offer(caller);
      caller.send(Ask.text("Where is A1?"), Ask.respond());
      JsonNode call = caller.response().at("/output/0");
      assertThat(call.path("name").asText()).isEqualTo("order_status");
      assertThat(
              new ObjectMapper().readTree(call.path("arguments").asText()).path("code").isTextual())
          .isTrue();
      caller.send(Ask.output(call.path("call_id").asText(), "sent"), Ask.respond());
      assertThat(caller.response().at("/output/0/type").asText()).isEqualTo("message");
    }

    @Test
    void choiceNone_speaksAtOnce() {
      Caller caller = line.call();
      offer(caller);
      caller.send(Ask.text("Where is A1?"));
      caller.send("{\"type\": \"response.create\", \"response\": {\"tool_choice\": \"none\"}}");
      assertThat(caller.response().at("/output/0/type").asText()).isEqualTo("message");
    }
  }

  private static void offer(Caller caller) {
    caller.send(Ask.session(s -> s.addTool(Ask.orderStatus())));
    assertThat(caller.await("session.updated").at("/session/tools/0/name").asText())
        .isEqualTo("order_status");
  }
}
