package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.ConversationLimits;
import dev.parley.server.limit.SessionLimits;
import dev.parley.wire.session.SessionConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session's settings: changed as a whole or not at all. */
class UpdateTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  private JsonNode session() {
    return talk.last("session.updated").path("session");
  }

  @Test
  void update_changesWhatIsGivenAndShowsAll() {
    talk.update("'instructions':'be brief','audio':{'output':{'speed':1.25}}");
    assertThat(talk.types()).containsExactly("session.updated");
    assertThat(session().path("instructions").asText()).isEqualTo("be brief");
    assertThat(session().at("/audio/output/speed").asDouble()).isEqualTo(1.25);
    assertThat(session().at("/audio/output/voice").asText()).isEqualTo("marin");
    assertThat(session().at("/audio/input/turn_detection/interrupt_response").asBoolean())
        .as("or the Agents SDK cancels by itself")
        .isTrue();
    talk.update("'instructions':''");
    assertThat(session().path("instructions").asText()).isEmpty();
    assertThat(session().at("/audio/output/speed").asDouble()).isEqualTo(1.25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'instructions':'changed','audio':{'output':{'speed':9}}",
        "'instructions':'changed','model':'another-model'",
        "'instructions':'changed','tools':[{'type':'function','name':'a b'}]",
        "'instructions':'changed','nonsense':1",
        "'instructions':'changed','output_modalities':['audio','text']",
        "'instructions':'changed','audio':{'input':{'turn_detection':{'type':'psychic_vad'}}}"
      })
  void update_withAnythingWrong_changesNothing(String fields) {
    talk.update(fields);
    assertThat(talk.types()).containsExactly("error");
    assertThat(talk.last("error").at("/error/event_id").asText()).isEqualTo("u");
    assertThat(talk.line.commands).isEmpty();
    talk.update("'output_modalities':['audio']");
    assertThat(session().path("instructions").asText()).isEmpty();
  }

  @Test
  void update_ofTheSameModel_isTaken() {
    talk.update("'model':'some-model'");
    assertThat(talk.types()).containsExactly("session.updated");
  }

  @Test
  void update_ofAnotherKindOfSession_isRefused() {
    talk.client("{'type':'session.update','event_id':'u','session':{'type':'transcription'}}");
    talk.refused("invalid_value", "u");
  }

  @Test
  void twoUpdatesAtOnce_asTheAgentsSdkSendsThem_areTaken() {
    talk.update("'tracing':'auto'").update("'tracing':'auto','model':'some-model'");
    assertThat(talk.types()).containsExactly("session.updated", "session.updated");
  }

  @Test
  void voice_afterTheFirstAudio_isFixedAndRefusesTheWholeUpdate() {
    talk.update("'audio':{'output':{'voice':'cedar'}}");
    assertThat(talk.types()).containsExactly("session.updated");
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.SPEECH), REPLY.audio(0, 0, 20))
        .forget();
    talk.update("'instructions':'changed','audio':{'output':{'voice':'marin'}}");
    assertThat(talk.refused("cannot_update_voice", "u").path("message").asText())
        .isEqualTo("Cannot update a conversation's voice if assistant audio is present.");
    talk.forget().update("'audio':{'output':{'voice':'cedar'}}");
    assertThat(talk.types()).as("the same voice is none other").containsExactly("session.updated");
    assertThat(session().path("instructions").asText()).isEmpty();
  }

  @Test
  void voice_afterWrittenReplies_isFree() {
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.TEXT), REPLY.words(0, "x"))
        .forget();
    talk.update("'audio':{'output':{'voice':'cedar'}}");
    assertThat(talk.types()).containsExactly("session.updated");
  }

  @Test
  void inputFormat_switchedInMidSession_keepsCounting() {
    talk.withoutDetection().append(100);
    talk.update("'audio':{'input':{'format':{'type':'audio/pcmu'}}}");
    talk.append(new byte[800]);
    talk.update("'audio':{'input':{'format':{'type':'audio/pcm','rate':24000}}}");
    talk.forget().append(new byte[4_800]).client("{'type':'input_audio_buffer.commit'}");
    assertThat(talk.command(SessionCommand.Commit.class).at())
        .as("each of them lasted 100 ms")
        .isEqualTo(Talk.at(300));
    long at = 0;
    for (var heard : talk.line.heard) {
      assertThat(heard.position().sample()).isEqualTo(at);
      at = heard.end().sample();
    }
    assertThat(at).isEqualTo(300 * 24);
  }

  @Test
  void outputFormat_holdsFromTheNextResponseOn() {
    talk.respond(REPLY).call(REPLY.started(), REPLY.part(0, Kind.SPEECH));
    talk.update("'audio':{'output':{'format':{'type':'audio/pcma'}}}");
    talk.call(REPLY.audio(0, 0, 100));
    assertThat(Sounds.unbase64(talk.last("response.output_audio.delta").path("delta").asText()))
        .hasSize(4_800);
  }

  @Test
  void tuning_isAskedWithBothSettingsAndCarriedOut() {
    List<SessionConfig> asked = new ArrayList<>();
    SessionCommand command = new SessionCommand.Tune("room", "quiet");
    Talk tuned =
        Talk.open(
            (before, after) -> {
              asked.add(before);
              asked.add(after);
              return List.of(command);
            });
    tuned.update("'instructions':'be brief'");
    assertThat(asked).extracting(SessionConfig::instructions).containsExactly("", "be brief");
    assertThat(tuned.line.commands).containsExactly(command);
    tuned.forget().update("'nonsense':1");
    assertThat(tuned.line.commands).isEmpty();
  }

  @Test
  void sizes_areHeldAgainstTheServersOwnLimits() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withConversation(
                    ConversationLimits.defaults()
                        .withInstructionsBytes(10)
                        .withTools(1)
                        .withSchemaBytes(60)));
    small.update("'instructions':'12345678901'");
    assertThat(small.refused("invalid_value", "u").path("param").asText())
        .isEqualTo("session.instructions");
    small.forget().update("'instructions':'123456789é'");
    assertThat(small.types()).as("in bytes").containsExactly("error");
    String tool = "{'type':'function','name':'%s','parameters':{'type':'object','title':'%s'}}";
    small
        .forget()
        .update("'tools':[%s,%s]".formatted(tool.formatted("a", ""), tool.formatted("b", "")));
    assertThat(small.refused("invalid_value", "u").path("param").asText())
        .isEqualTo("session.tools");
    small.forget().update("'tools':[%s]".formatted(tool.formatted("a", "x".repeat(60))));
    assertThat(small.refused("invalid_value", "u").path("param").asText())
        .isEqualTo("session.tools[0].parameters");
    small
        .forget()
        .update("'instructions':'1234567890','tools':[%s]".formatted(tool.formatted("a", "")));
    assertThat(small.types()).containsExactly("session.updated");
  }

  @Test
  void itemSizes_countTextAndNotAudio() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withConversation(ConversationLimits.defaults().withItemBytes(10)));
    small.text("a", "12345678901");
    assertThat(small.refused("invalid_value", "i").path("param").asText()).isEqualTo("item");
    small.forget().text("a", "1234567890");
    assertThat(small.types()).startsWith("conversation.item.added");
    small
        .forget()
        .client(
            "{'type':'conversation.item.create','item':{'type':'message','role':'user','content':"
                + "[{'type':'input_audio','audio':'%s'}]}}"
                    .formatted(Sounds.base64(new byte[9_600])));
    assertThat(small.types()).startsWith("conversation.item.added");
  }

  @Test
  void responses_areHeldAgainstTheSameSizes() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withConversation(
                    ConversationLimits.defaults().withInstructionsBytes(10).withItemBytes(10)));
    small.client(
        "{'type':'response.create','event_id':'r','response':{'instructions':'12345678901'}}");
    assertThat(small.refused("invalid_value", "r").path("param").asText())
        .isEqualTo("response.instructions");
    small
        .forget()
        .client(
            "{'type':'response.create','event_id':'r','response':{'input':[{'type':'message',"
                + "'role':'user','content':[{'type':'input_text','text':'12345678901'}]}]}}");
    small.refused("invalid_value", "r");
    assertThat(small.line.commands).isEmpty();
  }
}
