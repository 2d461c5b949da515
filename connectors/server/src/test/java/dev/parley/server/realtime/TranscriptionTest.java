package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.Signal;
import org.junit.jupiter.api.Test;

/** The caller's words, in writing. */
class TranscriptionTest {

  private static final String PREFIX = "conversation.item.input_audio_transcription.";
  private static final String WANTED =
      "'audio':{'input':{'transcription':{'model':'gpt-transcribe'},'turn_detection':null}}";

  private final Talk talk = Talk.open();

  private Talk commit() {
    return talk.append(250).client("{'type':'input_audio_buffer.commit'}");
  }

  private String committed() {
    return talk.last("input_audio_buffer.committed").path("item_id").asText();
  }

  private static Signal words(String text, boolean complete) {
    return new Signal.Words(text, Talk.at(250), complete);
  }

  @Test
  void words_areToldAsTheyCome_andThenAsAWhole() {
    talk.update(WANTED);
    commit();
    talk.line.events.removeIf(event -> !event.path("type").asText().endsWith("committed"));
    talk.call(words("book ", false), words("a table", false), words("book a table", true));
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.committed",
            PREFIX + "delta",
            PREFIX + "delta",
            PREFIX + "completed");
    JsonNode done = talk.last(PREFIX + "completed");
    assertThat(done.path("item_id").asText()).isEqualTo(committed());
    assertThat(done.path("transcript").asText()).isEqualTo("book a table");
    assertThat(done.at("/usage/type").asText()).isEqualTo("duration");
    assertThat(done.at("/usage/seconds").asDouble()).isEqualTo(0.25);
    assertThat(talk.last(PREFIX + "delta").path("delta").asText()).isEqualTo("a table");
  }

  @Test
  void transcript_isInTheItemFromThenOn() {
    talk.update(WANTED);
    commit();
    talk.call(words("hello", true));
    talk.client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(committed()));
    JsonNode content = talk.last("conversation.item.retrieved").at("/item/content/0");
    assertThat(content.path("transcript").asText()).isEqualTo("hello");
    assertThat(content.path("audio").isTextual()).isTrue();
  }

  @Test
  void words_beforeTheCommit_bearTheIdThatTheItemWillHave() {
    talk.update("'audio':{'input':{'transcription':{'model':'gpt-transcribe'}}}");
    talk.append(400).speechStarts(100).call(words("hel", false));
    talk.turnEnds(100, 200, 400);
    assertThat(talk.last(PREFIX + "delta").path("item_id").asText()).isEqualTo(committed());
    assertThat(talk.last("input_audio_buffer.speech_started").path("item_id").asText())
        .isEqualTo(committed());
  }

  @Test
  void wordsOfSeveralTurns_belongToThemInOrder() {
    talk.update(WANTED);
    commit();
    String first = committed();
    commit();
    String second = committed();
    talk.call(words("one", true));
    assertThat(talk.last(PREFIX + "completed").path("item_id").asText()).isEqualTo(first);
    talk.call(words("two", true));
    assertThat(talk.last(PREFIX + "completed").path("item_id").asText()).isEqualTo(second);
    talk.forget().call(words("nobody's", true));
    assertThat(talk.types()).isEmpty();
  }

  @Test
  void wordsThatNobodyWants_areNotTold() {
    talk.withoutDetection();
    commit();
    talk.forget().call(words("hello", false), words("hello", true));
    assertThat(talk.types()).isEmpty();
  }

  @Test
  void wordsOfADeletedItem_doNoHarm() {
    talk.update(WANTED);
    commit();
    talk.client("{'type':'conversation.item.delete','item_id':'%s'}".formatted(committed()));
    commit();
    String second = committed();
    talk.call(words("one", true), words("two", true));
    assertThat(talk.last(PREFIX + "completed").path("item_id").asText()).isEqualTo(second);
    assertThat(talk.last(PREFIX + "completed").path("transcript").asText()).isEqualTo("two");
  }

  @Test
  void modelThatWritesNothingDown_failsEachTurn() {
    Talk deaf = Talk.withoutTranscripts();
    deaf.update(WANTED).append(250).client("{'type':'input_audio_buffer.commit'}");
    JsonNode failed = deaf.last(PREFIX + "failed");
    assertThat(failed.path("item_id").asText())
        .isEqualTo(deaf.last("input_audio_buffer.committed").path("item_id").asText());
    assertThat(failed.at("/error/code").asText()).isEqualTo("transcription_unavailable");
    assertThat(deaf.types())
        .as("no error event, and not before the item is done")
        .doesNotContain("error")
        .endsWith("conversation.item.done", PREFIX + "failed");
  }

  @Test
  void transcriptionSession_hearsTurnsAndAnswersNone() {
    Talk session = Talk.transcription();
    session.client(
        "{'type':'session.update','session':{'type':'transcription','audio':{'input':"
            + "{'transcription':{'model':'gpt-transcribe'}}}}}");
    session.append(500).speechStarts(100).turnEnds(100, 300, 500).call(words("hi", true));
    assertThat(session.types())
        .containsExactly(
            "session.updated",
            "input_audio_buffer.speech_started",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            PREFIX + "completed");
  }
}
