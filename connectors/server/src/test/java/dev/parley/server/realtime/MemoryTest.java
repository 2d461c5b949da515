package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.conversation.Place;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.session.SessionCommand.Forget;
import dev.parley.engine.session.SessionCommand.Remember;
import dev.parley.server.limit.ConversationLimits;
import dev.parley.server.limit.SessionLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a client does with its items, the model's memory follows. */
class MemoryTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  private Talk delete(String id) {
    return talk.forget().client("{'type':'conversation.item.delete','item_id':'%s'}".formatted(id));
  }

  private Talk insert(String id, String previous) {
    return talk.client(
        """
        {'type':'conversation.item.create','event_id':'i','previous_item_id':'%s',
         'item':{'type':'message','role':'user','id':'%s',
         'content':[{'type':'input_text','text':'x'}]}}\
        """
            .formatted(previous, id));
  }

  private String added() {
    return talk.last("conversation.item.added").at("/item/id").asText();
  }

  private String turn() {
    talk.append(800).speechStarts(100).turnEnds(100, 300, 800);
    return added();
  }

  private String written() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.TEXT), REPLY.words(0, "well"))
        .call(REPLY.partEnded(0), REPLY.ended(Outcome.COMPLETED), REPLY.over(Outcome.COMPLETED));
    return added();
  }

  private String called() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.TOOL_CALL))
        .call(REPLY.call(0, "call_1", "weather", "{}"), REPLY.partEnded(0))
        .call(REPLY.ended(Outcome.COMPLETED), REPLY.over(Outcome.COMPLETED));
    return added();
  }

  @Test
  void callersTurn_isForgotten_byWhereItEnded() {
    delete(turn());
    assertThat(talk.line.commands).containsExactly(new Forget(ItemIds.ofTurn(Talk.at(800))));
  }

  @Test
  void turnCommittedByHand_isForgotten_asTheModelWasToldOfIt() {
    talk.withoutDetection().append(500).client("{'type':'input_audio_buffer.commit'}");
    SessionCommand.Commit told = talk.command(SessionCommand.Commit.class);
    delete(added());
    assertThat(talk.line.commands).containsExactly(new Forget(ItemIds.ofTurn(told.at())));
  }

  @Test
  void writtenReply_isForgotten_asThePartThatItIs() {
    delete(written());
    assertThat(talk.line.commands).containsExactly(new Forget(ItemIds.ofPart(REPLY.epoch(), 0)));
  }

  @Test
  void toolCall_andItsResult_areForgotten() {
    String call = called();
    talk.client(
        "{'type':'conversation.item.create','item':{'type':'function_call_output',"
            + "'call_id':'call_1','output':'rain'}}");
    String result = added();
    delete(result);
    assertThat(talk.line.commands).containsExactly(new Forget(ItemIds.ofResult("call_1")));
    delete(call);
    assertThat(talk.line.commands).containsExactly(new Forget(ItemIds.ofPart(REPLY.epoch(), 0)));
  }

  @Test
  void itemOfTheClient_byAnOldName_isItsOwnAgain() {
    String id = written();
    delete(id).text(id, "mine");
    delete(id);
    assertThat(talk.line.commands).containsExactly(new Forget(id));
  }

  @Test
  void contextThatIsFull_forgetsWhateverIsOldest() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withConversation(ConversationLimits.defaults().withContextTokens(12)));
    small.append(800).speechStarts(100).turnEnds(100, 300, 800); // up to 8 tokens
    small
        .respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.TEXT), REPLY.words(0, "x".repeat(20)))
        .call(REPLY.partEnded(0), REPLY.ended(Outcome.COMPLETED), REPLY.over(Outcome.COMPLETED));
    assertThat(small.command(Forget.class)).isEqualTo(new Forget(ItemIds.ofTurn(Talk.at(800))));
    small.text("a", "x".repeat(40));
    assertThat(small.command(Forget.class)).isEqualTo(new Forget(ItemIds.ofPart(REPLY.epoch(), 0)));
  }

  @Test
  void item_goesWhereItsClientPutsIt() {
    String turn = turn();
    String reply = written();
    talk.text("end", "x");
    assertThat(talk.command(Remember.class).place()).isEqualTo(new Place.Last());
    insert("front", "root");
    assertThat(talk.command(Remember.class).place()).isEqualTo(new Place.First());
    insert("behindTheTurn", turn);
    assertThat(talk.command(Remember.class).place())
        .isEqualTo(new Place.After(ItemIds.ofTurn(Talk.at(800))));
    insert("behindTheReply", reply);
    assertThat(talk.command(Remember.class).place())
        .isEqualTo(new Place.After(ItemIds.ofPart(REPLY.epoch(), 0)));
    insert("behindAnother", "end");
    assertThat(talk.command(Remember.class).place()).isEqualTo(new Place.After("end"));
  }

  @Test
  void item_behindWhatIsLeftOut_comesFirst_andMayBeLeftOutItself() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withConversation(ConversationLimits.defaults().withContextTokens(25)));
    String ten = "x".repeat(40);
    small.text("a", ten).text("b", ten).text("c", ten); // so a is left out
    small.forget();
    small.client(
        """
        {'type':'conversation.item.create','previous_item_id':'a',
         'item':{'type':'message','role':'user','id':'d',
         'content':[{'type':'input_text','text':'%s'}]}}\
        """
            .formatted(ten));
    assertThat(small.line.commands).hasSize(2);
    assertThat(small.command(Remember.class).place()).isEqualTo(new Place.First());
    assertThat(List.copyOf(small.line.commands).getLast())
        .as("what is remembered is forgotten, and not the other way round")
        .isEqualTo(new Forget("d"));
  }
}
