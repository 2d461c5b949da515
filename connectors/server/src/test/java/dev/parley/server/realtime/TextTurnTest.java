package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.SessionLimits;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Written turns: the order of the protocol, and what the model is told. */
class TextTurnTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  @Test
  void opening_tellsTheSessionAndItsConversation() {
    Talk fresh = Talk.open();
    fresh.dialogue.take(new Cue.Mark(1)); // which is not for clients
    assertThat(fresh.types()).isEmpty();
    FakeLine line = new FakeLine();
    new Dialogue(
            new Conversation(
                line,
                new Ids(new Random(1)),
                SessionLimits.defaults(),
                /* transcribes= */ false,
                Talk.config()),
            (before, after) -> List.of())
        .open();
    assertThat(line.events).hasSize(2);
    assertThat(line.events.get(0).at("/session/id").asText()).isEqualTo("sess_1");
    assertThat(
            line.events
                .get(0)
                .at("/session/audio/input/turn_detection/interrupt_response")
                .asBoolean())
        .isTrue();
    assertThat(line.events.get(1).at("/conversation/id").asText()).startsWith("conv_");
  }

  @Test
  void turn_isAnsweredInTheOrderOfTheProtocol() {
    talk.text("item_a", "hello");
    assertThat(talk.types()).containsExactly("conversation.item.added", "conversation.item.done");
    assertThat(talk.line.events.getFirst().path("previous_item_id").isNull()).isTrue();
    assertThat(talk.command(SessionCommand.Remember.class).item())
        .isInstanceOf(Item.Message.class)
        .extracting(Item::id)
        .isEqualTo("item_a");

    talk.forget().respond(REPLY, "{'output_modalities':['text']}");
    assertThat(talk.types()).as("nothing is told before it is true").isEmpty();
    assertThat(talk.command(SessionCommand.Reply.class).lane()).isEqualTo(Epoch.Lane.MAIN);
    assertThat(talk.command(SessionCommand.Reply.class).spec().own().orElseThrow().output())
        .isEqualTo(Output.TEXT);

    talk.call(
        REPLY.started(),
        REPLY.part(0, Kind.TEXT),
        REPLY.words(0, "good "),
        REPLY.words(0, "day"),
        REPLY.partEnded(0),
        REPLY.ended(Outcome.COMPLETED),
        REPLY.over(Outcome.COMPLETED));
    assertThat(talk.types())
        .containsExactly(
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
    assertThat(talk.last("response.content_part.added").path("part").toString())
        .isEqualTo("{\"type\":\"text\",\"text\":\"\"}");
    assertThat(talk.last("response.output_text.done").path("text").asText()).isEqualTo("good day");
    JsonNode done = talk.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.at("/output/0/content/0/type").asText()).isEqualTo("output_text");
    assertThat(done.at("/output/0/content/0/text").asText()).isEqualTo("good day");
    assertThat(done.path("output_modalities").toString()).isEqualTo("[\"text\"]");
  }

  @Test
  void modelItem_beginsEmptyAndFollowsTheCallers() {
    talk.text("item_a", "hello").respond(REPLY);
    talk.call(REPLY.started(), REPLY.part(0, Kind.TEXT));
    JsonNode added = talk.last("conversation.item.added");
    assertThat(added.path("previous_item_id").asText()).isEqualTo("item_a");
    assertThat(added.at("/item/content")).isEmpty();
    assertThat(added.at("/item/status").asText()).isEqualTo("in_progress");
    assertThat(added.at("/item/role").asText()).isEqualTo("assistant");
    assertThat(added.at("/item/id").asText())
        .isEqualTo(talk.last("response.output_item.added").at("/item/id").asText());
  }

  @Test
  void response_thatSaysNothing_isStillBegunAndDone() {
    talk.respond(REPLY).forget().call(REPLY.started(), REPLY.ended(Outcome.COMPLETED));
    assertThat(talk.types())
        .containsExactly("response.created", "response.done", "rate_limits.updated");
  }

  @Test
  void response_asConfigured_bringsNoBriefOfItsOwn() {
    talk.respond(REPLY);
    assertThat(talk.command(SessionCommand.Reply.class).spec().own()).isEmpty();
    assertThat(talk.command(SessionCommand.Reply.class).spec().input()).isEmpty();
  }

  @Test
  void response_withItsOwnTerms_tellsThemAndGivesTheMetadataBack() {
    talk.respond(
        REPLY,
        """
        {'instructions':'be brief','max_output_tokens':7,'metadata':{'k':'v'},
         'audio':{'output':{'voice':'cedar','format':{'type':'audio/pcmu'}}},
         'reasoning':{'effort':'high'},'tool_choice':'none'}\
        """);
    var own = talk.command(SessionCommand.Reply.class).spec().own().orElseThrow();
    assertThat(own.instructions()).isEqualTo("be brief");
    assertThat(own.mostTokens()).hasValue(7);
    assertThat(own.voice()).isEqualTo("cedar");
    assertThat(own.effort()).isEqualTo(Effort.HIGH);
    assertThat(own.choice()).isEqualTo(new ToolChoice.None());
    talk.call(REPLY.started());
    JsonNode response = talk.last("response.created").path("response");
    assertThat(response.at("/metadata/k").asText()).isEqualTo("v");
    assertThat(response.at("/audio/output/voice").asText()).isEqualTo("cedar");
    assertThat(response.at("/audio/output/format/type").asText()).isEqualTo("audio/pcmu");
    assertThat(response.path("max_output_tokens").asInt()).isEqualTo(7);
    assertThat(talk.dialogue.inputFormat().word()).as("the session's own").isEqualTo("audio/pcm");
  }

  @Test
  void limitedReply_isIncomplete() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.TEXT), REPLY.words(0, "a"))
        .call(REPLY.ended(Outcome.LIMITED));
    JsonNode done = talk.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("incomplete");
    assertThat(done.at("/status_details/reason").asText()).isEqualTo("max_output_tokens");
    assertThat(done.at("/output/0/status").asText()).isEqualTo("incomplete");
  }

  @Test
  void create_whileOneIsActive_isRefusedWithTheClientsEventId() {
    talk.respond(REPLY).call(REPLY.started());
    String active = talk.last("response.created").at("/response/id").asText();
    talk.forget().client("{'type':'response.create','event_id':'mine'}");
    assertThat(
            talk.refused("conversation_already_has_active_response", "mine")
                .path("message")
                .asText())
        .contains(active);
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void create_afterTheLastIsDone_isTakenThoughItStillPlays() {
    talk.respond(REPLY).call(REPLY.started(), REPLY.ended(Outcome.COMPLETED));
    Reply next = Reply.main(2);
    talk.forget().respond(next).call(next.started());
    assertThat(talk.types()).containsExactly("response.created");
    talk.call(REPLY.over(Outcome.COMPLETED));
    assertThat(talk.types()).as("of the first nothing follows").containsExactly("response.created");
  }

  @Test
  void create_thatTheKeeperRefuses_echoesTheEventId() {
    talk.client("{'type':'response.create','event_id':'mine'}");
    String tag = talk.tag();
    talk.forget().call(new Cue.Refused(Cue.Refusal.BUSY, "busy", Optional.of(tag)));
    talk.refused("conversation_already_has_active_response", "mine");
    talk.forget().client("{'type':'response.create','event_id':'again'}");
    assertThat(talk.types()).as("the slot is free").isEmpty();
    assertThat(talk.tag()).isNotEqualTo(tag);
  }

  @Test
  void create_thatTheCallerOvertakes_isNoFaultOfAnActiveResponse() {
    talk.client("{'type':'response.create','event_id':'mine'}");
    String tag = talk.tag();
    talk.forget().call(new Cue.Refused(Cue.Refusal.CALLER_SPOKE, "spoke", Optional.of(tag)));
    talk.refused("response_cancelled_by_turn", "mine");
    talk.forget().client("{'type':'response.create'}");
    assertThat(talk.types()).as("the slot is free").isEmpty();
  }

  @Test
  void cancel_thatComesTooLate_isToldSo() {
    talk.respond(REPLY).call(REPLY.started()).forget();
    talk.client("{'type':'response.cancel','event_id':'c'}");
    Optional<String> tag = talk.command(SessionCommand.Cancel.class).tag();
    talk.call(REPLY.ended(Outcome.COMPLETED), REPLY.over(Outcome.COMPLETED)).forget();
    talk.call(new Cue.Refused(Cue.Refusal.NOTHING_TO_CANCEL, "no such reply", tag));
    talk.refused("response_cancel_not_active", "c");
  }

  @Test
  void refusal_ofSomethingElse_isNotToldToTheClient() {
    talk.call(new Cue.Refused(Cue.Refusal.BUSY, "no", Optional.empty()))
        .call(new Cue.Refused(Cue.Refusal.BUSY, "no", Optional.of("resp_x")));
    assertThat(talk.types()).isEmpty();
  }
}
