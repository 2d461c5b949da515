package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.session.SessionCommand;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client tells how much of an item was heard. */
class TruncateTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();
  private String item = "";

  @BeforeEach
  void speak() {
    talk.respond(REPLY)
        .call(
            REPLY.started(),
            REPLY.part(0, Kind.SPEECH),
            REPLY.words(0, "a long story"),
            REPLY.audio(0, 0, 1_000));
    item = talk.last("conversation.item.added").at("/item/id").asText();
    talk.forget();
  }

  private Talk complete() {
    return talk.call(REPLY.partEnded(0), REPLY.ended(Outcome.COMPLETED));
  }

  private Talk truncate(int millis) {
    return truncate(item, 0, millis);
  }

  private Talk truncate(String id, int content, int millis) {
    return talk.forget()
        .client(
            """
            {'type':'conversation.item.truncate','event_id':'t','item_id':'%s',
             'content_index':%d,'audio_end_ms':%d}\
            """
                .formatted(id, content, millis));
  }

  private JsonNode retrieved() {
    talk.client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(item));
    return talk.last("conversation.item.retrieved").at("/item/content/0");
  }

  @Test
  void afterCompletion_cutsAudioAndTranscriptAndTheModelsMemory() {
    complete();
    truncate(400);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
    JsonNode told = talk.last("conversation.item.truncated");
    assertThat(told.path("item_id").asText()).isEqualTo(item);
    assertThat(told.path("content_index").asInt()).isZero();
    assertThat(told.path("audio_end_ms").asInt()).isEqualTo(400);
    assertThat(talk.line.commands)
        .containsExactly(new SessionCommand.Told(REPLY.epoch(), 0, Talk.at(400)));
    assertThat(retrieved().path("transcript").asText("gone")).isEmpty();
    assertThat(Sounds.samples(Sounds.unbase64(retrieved().path("audio").asText())))
        .isEqualTo(Sounds.ramp(0, 400 * 24));
  }

  @Test
  void whileStreaming_staysCutWhateverFollows() {
    truncate(400);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
    talk.call(REPLY.words(0, " and its end"), REPLY.audio(0, 1_000, 1_000));
    complete();
    assertThat(talk.last("conversation.item.done").at("/item/content/0/transcript").asText("gone"))
        .isEmpty();
    assertThat(retrieved().path("transcript").asText("gone")).isEmpty();
    assertThat(Sounds.samples(Sounds.unbase64(retrieved().path("audio").asText())))
        .isEqualTo(Sounds.ramp(0, 400 * 24));
  }

  @Test
  void whileStreaming_theResponseGoesOn() {
    truncate(400);
    talk.forget().call(REPLY.audio(0, 1_000, 100));
    assertThat(talk.types()).containsExactly("response.output_audio.delta");
    complete();
    assertThat(talk.last("response.done").at("/response/status").asText()).isEqualTo("completed");
  }

  @Test
  void whileStreaming_whatFollowsCannotBeTruncatedTo() {
    truncate(400);
    talk.call(REPLY.audio(0, 1_000, 1_000));
    truncate(401);
    assertThat(talk.refused("invalid_value", "t").path("message").asText())
        .isEqualTo("Audio content of 400ms is already shorter than 401ms");
  }

  @Test
  void duringBargeIn_comesInEitherOrder() {
    talk.speechStarts(0);
    truncate(400);
    talk.call(REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.types()).startsWith("conversation.item.truncated").contains("response.done");
    truncate(300);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
    assertThat(Sounds.samples(Sounds.unbase64(retrieved().path("audio").asText())))
        .isEqualTo(Sounds.ramp(0, 300 * 24));
  }

  @Test
  void pastTheEnd_isRefusedInMilliseconds() {
    complete();
    truncate(1_001);
    JsonNode error = talk.refused("invalid_value", "t");
    assertThat(error.path("message").asText())
        .isEqualTo("Audio content of 1000ms is already shorter than 1001ms");
    assertThat(error.path("param").asText()).isEqualTo("audio_end_ms");
    assertThat(talk.line.commands).isEmpty();
    assertThat(retrieved().path("transcript").asText()).isEqualTo("a long story");
  }

  @Test
  void toTheVeryEnd_andToNothing_areTaken() {
    complete();
    truncate(1_000);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
    truncate(0);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
  }

  @Test
  void twice_cutsFurtherAndNeverBack() {
    complete();
    truncate(400);
    truncate(200);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
    truncate(300);
    assertThat(talk.refused("invalid_value", "t").path("message").asText())
        .isEqualTo("Audio content of 200ms is already shorter than 300ms");
  }

  @Test
  void ofAUserItem_isRefused() {
    talk.client(
            "{'type':'session.update','session':{'type':'realtime','audio':"
                + "{'input':{'turn_detection':null}}}}")
        .append(500)
        .client("{'type':'input_audio_buffer.commit'}");
    String user = talk.last("input_audio_buffer.committed").path("item_id").asText();
    truncate(user, 0, 100);
    assertThat(talk.refused("unsupported_content_type", "t").path("message").asText())
        .isEqualTo("Only model output audio messages can be truncated");
    talk.text("written", "x");
    truncate("written", 0, 0);
    talk.refused("unsupported_content_type", "t");
  }

  @Test
  void ofAnItemWithoutAudioYet_isRefused() {
    talk.call(REPLY.partEnded(0), REPLY.part(1, Kind.SPEECH));
    String next = talk.last("conversation.item.added").at("/item/id").asText();
    truncate(next, 0, 0);
    talk.refused("unsupported_content_type", "t");
  }

  @Test
  void ofAnotherContent_isRefused() {
    truncate(item, 1, 10);
    assertThat(talk.refused("invalid_value", "t").path("param").asText())
        .isEqualTo("content_index");
  }

  @Test
  void audioThatIsNotKeptAnyMore_isStillMeasured() {
    talk.call(REPLY.audio(0, Samples.silence(5 << 20)));
    complete();
    truncate(150_000);
    assertThat(talk.types()).containsExactly("conversation.item.truncated");
    assertThat(retrieved().path("audio").isNull()).isTrue();
  }

  @Test
  void fasterReply_isRemembered_asFarAsItsWordsWereHeard() {
    complete();
    talk.call(REPLY.over(Outcome.COMPLETED));
    talk.update("'audio':{'output':{'speed':1.5}}");
    Reply fast = Reply.main(2);
    talk.respond(fast)
        .call(fast.started(), fast.part(0, Kind.SPEECH), fast.words(0, "a longer story"))
        .call(fast.audio(0, 0, 1_000), fast.partEnded(0), fast.ended(Outcome.COMPLETED));
    assertThat(spokenTokens()).as("1.5 s of speech were made").isEqualTo(30);
    item = talk.last("conversation.item.done").at("/item/id").asText();
    talk.update("'audio':{'output':{'speed':1.0}}");
    truncate(1_001);
    assertThat(talk.refused("invalid_value", "t").path("message").asText())
        .as("the client counts what it plays")
        .isEqualTo("Audio content of 1000ms is already shorter than 1001ms");
    truncate(400);
    assertThat(talk.line.commands)
        .containsExactly(new SessionCommand.Told(fast.epoch(), 0, Talk.at(400), 1.5));
    assertThat(Sounds.samples(Sounds.unbase64(retrieved().path("audio").asText())))
        .as("what was played")
        .isEqualTo(Sounds.ramp(0, 400 * 24));
    Reply next = Reply.main(3);
    talk.respond(next).call(next.started(), next.ended(Outcome.COMPLETED));
    assertThat(
            talk.last("response.done")
                .at("/response/usage/input_token_details/audio_tokens")
                .asInt())
        .as("a second of the first, and the 600 ms that were heard in 400")
        .isEqualTo(20 + 12);
  }

  private int spokenTokens() {
    return talk.last("response.done")
        .at("/response/usage/output_token_details/audio_tokens")
        .asInt();
  }

  @Test
  void truncatedItem_isReadAsShortAsItIs() {
    complete();
    truncate(100);
    Reply next = Reply.main(2);
    talk.respond(next).call(next.started(), next.ended(Outcome.COMPLETED));
    assertThat(
            talk.last("response.done")
                .at("/response/usage/input_token_details/audio_tokens")
                .asInt())
        .as("100 ms of the model's speech")
        .isEqualTo(2);
    assertThat(List.of(talk.types().getLast())).containsExactly("rate_limits.updated");
  }
}
