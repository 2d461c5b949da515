package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Responses beside the conversation. */
class OutOfBandTest {

  private static final Reply MAIN = Reply.main(1);
  private static final Reply SIDE = Reply.side(1);
  private static final String BESIDE = "{'conversation':'none','metadata':{'topic':'mood'}}";

  private final Talk talk = Talk.open();

  @Test
  void response_hasNoItemsInTheConversation() {
    talk.respond(SIDE, BESIDE);
    assertThat(talk.command(SessionCommand.Reply.class).lane()).isEqualTo(Epoch.Lane.SIDE);
    talk.call(
        SIDE.started(),
        SIDE.part(0, Kind.TEXT),
        SIDE.words(0, "merry"),
        SIDE.partEnded(0),
        SIDE.ended(Outcome.COMPLETED));
    assertThat(talk.types())
        .containsExactly(
            "response.created",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
    JsonNode done = talk.last("response.done").path("response");
    assertThat(done.has("conversation_id")).isTrue();
    assertThat(done.path("conversation_id").isNull()).isTrue();
    assertThat(done.at("/metadata/topic").asText()).isEqualTo("mood");
    String item = done.at("/output/0/id").asText();
    talk.forget()
        .client(
            "{'type':'conversation.item.retrieve','event_id':'x','item_id':'%s'}".formatted(item));
    talk.refused("item_retrieve_invalid_item_id", "x");
  }

  @Test
  void audio_ofAnOutOfBandResponse_isSentAndNotKept() {
    talk.respond(SIDE, BESIDE)
        .call(SIDE.started(), SIDE.part(0, Kind.SPEECH), SIDE.audio(0, 0, 40));
    assertThat(talk.types()).endsWith("response.output_audio.delta");
    talk.update("'audio':{'output':{'voice':'cedar'}}");
    assertThat(talk.last("error").at("/error/code").asText()).isEqualTo("cannot_update_voice");
  }

  @Test
  void severalAtOnce_overlapWithTheConversations() {
    Reply second = Reply.side(2);
    talk.respond(MAIN).respond(SIDE, BESIDE).respond(second, BESIDE);
    talk.call(MAIN.started(), second.started(), SIDE.started());
    talk.call(second.part(0, Kind.TEXT), SIDE.part(0, Kind.TEXT), MAIN.part(0, Kind.TEXT));
    talk.call(SIDE.words(0, "a"), MAIN.words(0, "b"), second.words(0, "c"));
    talk.call(
        SIDE.ended(Outcome.COMPLETED),
        second.ended(Outcome.COMPLETED),
        MAIN.ended(Outcome.COMPLETED));
    assertThat(talk.types().stream().filter("response.done"::equals)).hasSize(3);
    assertThat(talk.types().stream().filter("conversation.item.added"::equals)).hasSize(1);
  }

  @Test
  void outOfBand_doesNotKeepTheConversationBusy() {
    talk.respond(SIDE, BESIDE).call(SIDE.started()).forget();
    talk.respond(MAIN).call(MAIN.started());
    assertThat(talk.types()).containsExactly("response.created");
  }

  @Test
  void cancel_withoutId_leavesItAlone() {
    talk.respond(SIDE, BESIDE).call(SIDE.started()).forget();
    talk.client("{'type':'response.cancel','event_id':'c'}");
    talk.refused("response_cancel_not_active", "c");
  }

  @Test
  void cancel_byItsId_endsItAndNoOther() {
    talk.respond(MAIN).call(MAIN.started());
    talk.respond(SIDE, BESIDE).call(SIDE.started());
    String id = talk.last("response.created").at("/response/id").asText();
    talk.forget().client("{'type':'response.cancel','response_id':'%s'}".formatted(id));
    assertThat(talk.command(SessionCommand.Cancel.class).which()).contains(SIDE.epoch());
    talk.call(SIDE.cut(CutReason.CANCELLED));
    assertThat(talk.last("response.done").at("/response/id").asText()).isEqualTo(id);
    assertThat(talk.last("response.done").at("/response/status_details/reason").asText())
        .isEqualTo("client_cancelled");
    talk.forget().call(MAIN.ended(Outcome.COMPLETED));
    assertThat(talk.types()).contains("response.done");
  }

  @Test
  void cancel_beforeTheCallTakesItUp_leavesTheConversationAlone() {
    talk.respond(MAIN).call(MAIN.started());
    talk.client("{'type':'response.create','response':%s}".formatted(BESIDE));
    String id = talk.tag();
    talk.forget().client("{'type':'response.cancel','response_id':'%s'}".formatted(id));
    assertThat(talk.line.commands).isEmpty();
    talk.call(SIDE.asked(id));
    assertThat(talk.command(SessionCommand.Cancel.class).which()).contains(SIDE.epoch());
  }

  @Test
  void speech_doesNotEndIt() {
    talk.append(500).respond(SIDE, BESIDE).call(SIDE.started()).forget();
    talk.speechStarts(400).call(SIDE.ended(Outcome.COMPLETED));
    assertThat(talk.last("response.done").at("/response/status").asText()).isEqualTo("completed");
  }

  @Test
  void input_replacesTheConversation() {
    talk.text("a", "known");
    talk.respond(
        SIDE,
        """
        {'conversation':'none','input':[{'type':'item_reference','id':'a'},
          {'type':'message','role':'user','content':[{'type':'input_text','text':'new'}]}]}\
        """);
    List<Item> input = talk.command(SessionCommand.Reply.class).spec().input().orElseThrow();
    assertThat(input)
        .extracting(item -> ((Item.Message) item).parts().getFirst())
        .containsExactly(new Part.Text("known"), new Part.Text("new"));
    assertThat(input.getFirst().id()).isEqualTo("a");
  }

  @Test
  void audioOfTheInput_isGivenToTheModel_andCounted() {
    talk.update("'audio':{'input':{'turn_detection':null}}").append(200);
    talk.client("{'type':'input_audio_buffer.commit'}");
    String heard = talk.last("input_audio_buffer.committed").path("item_id").asText();
    talk.respond(
            SIDE,
            """
            {'conversation':'none','input':[
              {'type':'message','role':'user','id':'same',
               'content':[{'type':'input_audio','audio':'%s','transcript':'hey'}]},
              {'type':'message','role':'user','id':'same',
               'content':[{'type':'input_audio','audio':'%s'}]},
              {'type':'item_reference','id':'%s'}]}\
            """
                .formatted(
                    Sounds.base64(Sounds.bytes(Sounds.ramp(9, 2_400))),
                    Sounds.base64(Sounds.bytes(Sounds.ramp(500, 2_400))),
                    heard))
        .call(SIDE.started(), SIDE.ended(Outcome.COMPLETED));
    List<Item> input = talk.command(SessionCommand.Reply.class).spec().input().orElseThrow();
    assertThat(input)
        .extracting(item -> ((Item.Message) item).parts().getFirst())
        .containsExactly(
            new Part.Speech("hey", 2_400, 24_000, List.of(Sounds.ramp(9, 2_400))),
            new Part.Speech("", 2_400, 24_000, List.of(Sounds.ramp(500, 2_400))),
            new Part.Speech(
                "", 4_800, 24_000, List.of(Sounds.ramp(0, 2_400), Sounds.ramp(2_400, 2_400))));
    assertThat(
            talk.last("response.done")
                .at("/response/usage/input_token_details/audio_tokens")
                .asInt())
        .as("a token for each 100 ms")
        .isEqualTo(4);
  }

  @Test
  void audioOfTheInput_thatEndsInMidSample_isRefusedWithItsPlace() {
    talk.client(
        """
        {'type':'response.create','event_id':'r','response':{'conversation':'none','input':[
          {'type':'message','role':'user','content':[{'type':'input_text','text':'x'},
           {'type':'input_audio','audio':'AAAA'}]}]}}\
        """);
    assertThat(talk.refused("invalid_value", "r").path("param").asText())
        .isEqualTo("response.input[0].content[1].audio");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void input_thatIsEmpty_isAnEmptyContext() {
    talk.text("a", "known").respond(SIDE, "{'conversation':'none','input':[]}");
    assertThat(talk.command(SessionCommand.Reply.class).spec().input()).contains(List.of());
  }

  @Test
  void input_thatRefersToNothing_isRefusedWithItsPlace() {
    talk.text("a", "known").forget();
    talk.client(
        """
        {'type':'response.create','event_id':'r','response':{'conversation':'none',
         'input':[{'type':'item_reference','id':'a'},{'type':'item_reference','id':'b'}]}}\
        """);
    assertThat(talk.refused("item_reference_invalid_item_id", "r").path("param").asText())
        .isEqualTo("response.input[1].id");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void tooMany_areRefused() {
    for (int i = 1; i <= 32; i++) {
      talk.respond(Reply.side(i), BESIDE);
    }
    talk.forget()
        .client("{'type':'response.create','event_id':'r','response':%s}".formatted(BESIDE));
    talk.refused("too_many_responses", "r");
    Reply done = Reply.side(7);
    talk.call(done.started(), done.ended(Outcome.COMPLETED), done.over(Outcome.COMPLETED)).forget();
    talk.respond(Reply.side(33), BESIDE);
    assertThat(talk.types()).isEmpty();
  }
}
