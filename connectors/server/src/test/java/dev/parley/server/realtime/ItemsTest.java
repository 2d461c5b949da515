package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.ConversationLimits;
import dev.parley.server.limit.SessionLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items that clients put in and take out, and the list that they are told of. */
class ItemsTest {

  private final Talk talk = Talk.open();

  private Talk insert(String id, String previous) {
    return talk.client(
        """
        {'type':'conversation.item.create','event_id':'i','previous_item_id':%s,
         'item':{'type':'message','role':'user','id':'%s',
         'content':[{'type':'input_text','text':'x'}]}}\
        """
            .formatted(previous, id));
  }

  private JsonNode previous() {
    return talk.last("conversation.item.added").path("previous_item_id");
  }

  @Test
  void list_isLinkedWhereverItemsGo() {
    talk.text("a", "x");
    assertThat(previous().isNull()).isTrue();
    talk.text("b", "x");
    assertThat(previous().asText()).isEqualTo("a");
    insert("front", "'root'");
    assertThat(previous().isNull()).isTrue();
    insert("between", "'a'");
    assertThat(previous().asText()).isEqualTo("a");
    talk.text("last", "x");
    assertThat(previous().asText()).isEqualTo("b");
    talk.client("{'type':'conversation.item.delete','item_id':'last'}")
        .client("{'type':'conversation.item.delete','item_id':'b'}");
    talk.text("end", "x");
    assertThat(previous().asText()).isEqualTo("between");
    talk.client("{'type':'conversation.item.delete','item_id':'front'}");
    insert("head", "'root'");
    assertThat(previous().isNull()).isTrue();
  }

  @Test
  void previousItem_thatIsNull_isTheLast() {
    talk.text("a", "x");
    insert("b", "null");
    assertThat(previous().asText()).isEqualTo("a");
  }

  @Test
  void previousItem_thatIsUnknown_addsNothing() {
    insert("a", "'nobody'");
    assertThat(talk.refused("item_create_invalid_previous_item_id", "i").path("param").asText())
        .isEqualTo("previous_item_id");
    assertThat(talk.line.commands).isEmpty();
    talk.forget().text("a", "x");
    assertThat(talk.types()).startsWith("conversation.item.added");
  }

  @Test
  void idThatIsTaken_isRefused() {
    talk.text("a", "x").forget().text("a", "y");
    talk.refused("item_create_duplicate_item_id", "i");
  }

  @Test
  void itemWithoutId_getsOne() {
    talk.client(
        "{'type':'conversation.item.create','item':{'type':'message','role':'system',"
            + "'content':[{'type':'input_text','text':'be kind'}]}}");
    assertThat(talk.last("conversation.item.added").at("/item/id").asText()).startsWith("item_");
    assertThat(talk.command(SessionCommand.Remember.class).item())
        .isInstanceOfSatisfying(
            Item.Message.class,
            message -> {
              assertThat(message.role()).isEqualTo(Item.Role.SYSTEM);
              assertThat(message.parts()).containsExactly(new Part.Text("be kind"));
            });
  }

  @Test
  void clientsAudio_isShownWithoutItAndRememberedByItsLength() {
    String audio = Sounds.base64(Sounds.bytes(Sounds.ramp(0, 4_800)));
    talk.client(
        """
        {'type':'conversation.item.create','item':{'type':'message','role':'user','id':'a',
         'content':[{'type':'input_audio','audio':'%s','transcript':'hey'}]}}\
        """
            .formatted(audio));
    assertThat(talk.last("conversation.item.done").at("/item/content/0").toString())
        .isEqualTo("{\"type\":\"input_audio\",\"transcript\":\"hey\"}");
    assertThat(talk.command(SessionCommand.Remember.class).item())
        .isEqualTo(
            new Item.Message(
                "a",
                Item.Role.CALLER,
                List.of(new Part.Speech("hey", 4_800, 24_000, List.of(Sounds.ramp(0, 4_800))))));
    talk.client("{'type':'conversation.item.retrieve','item_id':'a'}");
    assertThat(talk.last("conversation.item.retrieved").at("/item/content/0/audio").asText())
        .isEqualTo(audio);
  }

  @Test
  void clientsAudio_thatIsTooLongToKeep_isOnlyCounted() {
    talk.update("'audio':{'input':{'format':{'type':'audio/pcmu'}}}");
    talk.client(
        """
        {'type':'conversation.item.create','item':{'type':'message','role':'user','id':'a',
         'content':[{'type':'input_audio','audio':'%s','transcript':'hey'}]}}\
        """
            .formatted(Sounds.base64(new byte[8_000 * 180])));
    assertThat(talk.command(SessionCommand.Remember.class).item())
        .isEqualTo(
            new Item.Message(
                "a", Item.Role.CALLER, List.of(new Part.Speech("hey", 24_000 * 180, 24_000))));
    talk.client("{'type':'conversation.item.retrieve','item_id':'a'}");
    assertThat(talk.last("conversation.item.retrieved").at("/item/content/0/audio").isNull())
        .isTrue();
  }

  @Test
  void delete_isToldToTheModelAndDoneOnce() {
    talk.text("a", "x").forget().client("{'type':'conversation.item.delete','item_id':'a'}");
    assertThat(talk.types()).containsExactly("conversation.item.deleted");
    assertThat(talk.line.commands).containsExactly(new SessionCommand.Forget("a"));
    talk.forget().client("{'type':'conversation.item.delete','item_id':'a','event_id':'d'}");
    assertThat(talk.refused("item_delete_invalid_item_id", "d").path("param").asText())
        .isEqualTo("item_id");
  }

  @Test
  void delete_ofTheModelsItem_isToldByTheModelsOwnName() {
    Reply reply = Reply.main(1);
    talk.respond(reply)
        .call(reply.started(), reply.part(0, Kind.SPEECH), reply.audio(0, 0, 100))
        .call(reply.partEnded(0), reply.ended(Outcome.COMPLETED));
    String id = talk.last("conversation.item.added").at("/item/id").asText();
    talk.forget().client("{'type':'conversation.item.delete','item_id':'%s'}".formatted(id));
    assertThat(talk.line.commands)
        .containsExactly(new SessionCommand.Forget(ItemIds.ofPart(reply.epoch(), 0)));
  }

  @Test
  void delete_whileItIsSpoken_leavesNothingBehind() {
    Reply reply = Reply.main(1);
    talk.respond(reply).call(reply.started(), reply.part(0, Kind.SPEECH), reply.audio(0, 0, 100));
    String id = talk.last("conversation.item.added").at("/item/id").asText();
    talk.client("{'type':'conversation.item.delete','item_id':'%s'}".formatted(id)).forget();
    talk.call(reply.audio(0, 100, 100), reply.partEnded(0), reply.ended(Outcome.COMPLETED));
    assertThat(talk.types())
        .as("the response goes on, the item is gone")
        .containsExactly(
            "response.output_audio.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
    talk.forget().text(id, "a new one by the old name");
    talk.forget()
        .client(
            "{'type':'conversation.item.truncate','event_id':'t','item_id':'%s',".formatted(id)
                + "'content_index':0,'audio_end_ms':0}");
    talk.refused("unsupported_content_type", "t");
  }

  @Test
  void tooManyItems_areRefused() {
    Talk small =
        Talk.open(
            SessionLimits.defaults().withConversation(ConversationLimits.defaults().withItems(2)));
    small.text("a", "x").text("b", "x").forget().text("c", "x");
    small.refused("conversation_too_long", "i");
    small.client("{'type':'conversation.item.delete','item_id':'a'}").forget().text("c", "x");
    assertThat(small.types()).startsWith("conversation.item.added");
  }

  @Test
  void unknownItems_areRefusedByName() {
    talk.client("{'type':'conversation.item.retrieve','item_id':'x','event_id':'r'}");
    talk.refused("item_retrieve_invalid_item_id", "r");
    talk.forget()
        .client(
            "{'type':'conversation.item.truncate','item_id':'x','content_index':0,"
                + "'audio_end_ms':1,'event_id':'t'}");
    talk.refused("item_truncate_invalid_item_id", "t");
  }
}
