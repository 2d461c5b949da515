package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.ConversationLimits;
import dev.parley.server.limit.SessionLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tools of the client. */
class ToolTurnTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  private Talk output(String callId, String eventId) {
    return talk.client(
        """
        {'type':'conversation.item.create','event_id':'%s','item':
         {'type':'function_call_output','call_id':'%s','output':'12 degrees'}}\
        """
            .formatted(eventId, callId));
  }

  private Talk called() {
    return talk.respond(REPLY)
        .call(
            REPLY.started(),
            REPLY.part(0, Kind.TOOL_CALL),
            REPLY.call(0, "call_1", "weather", "{\"in\":\"Rome\"}"),
            REPLY.partEnded(0),
            REPLY.ended(Outcome.COMPLETED))
        .forget();
  }

  @Test
  void call_inPieces_isToldInTheOrderOfTheProtocol() {
    talk.respond(REPLY)
        .call(
            REPLY.started(),
            REPLY.part(0, Kind.TOOL_CALL),
            REPLY.callStarted(0, "call_1", "weather"),
            REPLY.arguments(0, "{\"in\":"),
            REPLY.arguments(0, "\"Rome\"}"),
            REPLY.call(0, "call_1", "weather", "{\"in\":\"Rome\"}"),
            REPLY.partEnded(0),
            REPLY.ended(Outcome.COMPLETED));
    assertThat(talk.types())
        .containsExactly(
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
    JsonNode added = talk.last("response.output_item.added").path("item");
    assertThat(added.path("status").asText())
        .as("or clients run it twice")
        .isEqualTo("in_progress");
    assertThat(added.path("arguments").asText()).isEmpty();
    assertThat(added.path("name").asText()).isEqualTo("weather");
    JsonNode done = talk.last("response.function_call_arguments.done");
    assertThat(done.path("arguments").asText()).isEqualTo("{\"in\":\"Rome\"}");
    assertThat(done.path("call_id").asText()).isEqualTo("call_1");
    assertThat(talk.last("response.output_item.done").at("/item/status").asText())
        .isEqualTo("completed");
    assertThat(talk.last("response.done").at("/response/output/0/call_id").asText())
        .isEqualTo("call_1");
  }

  @Test
  void call_inOnePiece_isToldAsOneDelta() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.call(0, "call_1", "weather", "{}"), REPLY.partEnded(0));
    assertThat(talk.last("response.function_call_arguments.delta").path("delta").asText())
        .isEqualTo("{}");
    assertThat(talk.last("response.function_call_arguments.done").path("arguments").asText())
        .isEqualTo("{}");
  }

  @Test
  void preambleAndParallelCalls_areItemsOfOneResponse() {
    talk.respond(REPLY)
        .call(
            REPLY.started(),
            REPLY.part(0, Kind.SPEECH),
            REPLY.words(0, "one moment"),
            REPLY.audio(0, 0, 40),
            REPLY.partEnded(0),
            REPLY.call(1, "call_1", "a", "{}"),
            REPLY.partEnded(1),
            REPLY.call(2, "call_2", "b", "{}"),
            REPLY.partEnded(2),
            REPLY.part(3, Kind.SPEECH),
            REPLY.audio(3, 0, 40),
            REPLY.ended(Outcome.COMPLETED));
    JsonNode output = talk.last("response.done").at("/response/output");
    assertThat(output.findValuesAsText("type"))
        .containsSubsequence("message", "function_call", "function_call", "message");
    assertThat(talk.last("response.output_item.done").path("output_index").asInt()).isEqualTo(3);
    List<String> previous =
        talk.line.events.stream()
            .filter(event -> event.path("type").asText().equals("conversation.item.added"))
            .map(event -> event.path("previous_item_id").asText())
            .toList();
    assertThat(previous)
        .containsExactly(
            "null",
            output.at("/0/id").asText(),
            output.at("/1/id").asText(),
            output.at("/2/id").asText());
  }

  @Test
  void call_thatIsCut_isIncomplete() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.callStarted(0, "call_1", "weather"))
        .call(REPLY.arguments(0, "{\"in"), REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.last("response.output_item.done").at("/item/status").asText())
        .isEqualTo("incomplete");
  }

  @Test
  void call_thatRunsIntoTheLimit_isIncomplete_soThatNobodyCarriesItOut() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.TOOL_CALL))
        .call(REPLY.callStarted(0, "call_1", "weather"), REPLY.arguments(0, "{\"in"))
        .call(REPLY.partEnded(0), REPLY.ended(Outcome.LIMITED));
    JsonNode done = talk.last("response.output_item.done").path("item");
    assertThat(done.path("status").asText()).isEqualTo("incomplete");
    assertThat(done.path("arguments").asText()).isEqualTo("{\"in");
    assertThat(talk.last("response.done").at("/response/status").asText()).isEqualTo("incomplete");
  }

  @Test
  void output_isAnItemAndReachesTheModel() {
    called();
    output("call_1", "o");
    assertThat(talk.types()).containsExactly("conversation.item.added", "conversation.item.done");
    assertThat(talk.command(SessionCommand.Remember.class).item())
        .isInstanceOfSatisfying(
            Item.ToolResult.class,
            result -> {
              assertThat(result.callId()).isEqualTo("call_1");
              assertThat(result.output()).isEqualTo("12 degrees");
            });
  }

  @Test
  void output_ofAnUnknownCall_isRefused() {
    called();
    output("call_9", "o");
    assertThat(talk.refused("invalid_tool_call_id", "o").path("message").asText())
        .isEqualTo("Tool call ID 'call_9' not found in conversation.");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void output_sentTwice_isTakenOnce() {
    called();
    output("call_1", "o");
    talk.forget();
    output("call_1", "p");
    talk.refused("tool_call_already_answered", "p");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void output_deletedAndSentAgain_isStillTakenOnce() {
    called();
    output("call_1", "o");
    String id = talk.last("conversation.item.added").at("/item/id").asText();
    talk.client("{'type':'conversation.item.delete','item_id':'%s'}".formatted(id)).forget();
    output("call_1", "p");
    talk.refused("tool_call_already_answered", "p");
  }

  @Test
  void output_thatWasRefused_canBeSentBetter() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withConversation(ConversationLimits.defaults().withItemBytes(8)));
    small
        .respond(REPLY)
        .call(REPLY.started(), REPLY.call(0, "call_1", "a", "{}"), REPLY.partEnded(0))
        .forget();
    small.client(
        "{'type':'conversation.item.create','event_id':'o','item':{'type':'function_call_output',"
            + "'call_id':'call_1','output':'far too long'}}");
    small.refused("invalid_value", "o");
    small.forget();
    small.client(
        "{'type':'conversation.item.create','item':{'type':'function_call_output',"
            + "'call_id':'call_1','output':'short'}}");
    assertThat(small.types()).containsExactly("conversation.item.added", "conversation.item.done");
  }
}
