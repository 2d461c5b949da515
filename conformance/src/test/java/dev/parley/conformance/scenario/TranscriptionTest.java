package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.realtime.AudioTranscription;
import com.openai.models.realtime.RealtimeAudioConfig;
import com.openai.models.realtime.RealtimeAudioConfigInput;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the caller says in writing: beside a conversation, and in a session that does nothing else.
 */
class TranscriptionTest {

  private static final String PREFIX = "conversation.item.input_audio_transcription.";
  private static final Setup SETUP = Setup.hearing("What time is it?", Recital.say("Noon."));
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension final Line line = Line.to(SETUP);

  @Test
  void conversation_tellsTheCallersWords_besideTheAnswer() {
    Caller caller = line.call();
    caller.send(
        Ask.session(
            s ->
                s.audio(
                    RealtimeAudioConfig.builder()
                        .input(
                            RealtimeAudioConfigInput.builder()
                                .transcription(
                                    AudioTranscription.builder().model("gpt-4o-transcribe").build())
                                .build())
                        .build())));
    assertThat(
            caller.await("session.updated").at("/session/audio/input/transcription/model").asText())
        .isEqualTo("gpt-4o-transcribe");
    turn(caller);
    JsonNode words = caller.await(PREFIX + "completed");
    if (caller.heard("response.done").isEmpty()) {
      caller.response();
    }

    String item = words.path("item_id").asText();
    assertThat(words.path("transcript").asText()).isEqualTo("What time is it?");
    assertThat(caller.heard(PREFIX + "delta")).isNotEmpty();
    assertThat(caller.heard("input_audio_buffer.committed").getFirst().path("item_id").asText())
        .isEqualTo(item);
    caller.send(Ask.retrieve(item));
    JsonNode content = caller.await("conversation.item.retrieved").at("/item/content/0");
    assertThat(content.path("transcript").asText()).isEqualTo("What time is it?");
    assertThat(content.path("audio").asText()).isNotEmpty();
  }

  @Test
  void conversation_thatWantsNone_tellsNothing() {
    Caller caller = line.call();
    turn(caller);
    caller.response();
    assertThat(caller.shape()).noneMatch(type -> type.startsWith(PREFIX));
  }

  @Test
  void transcriptionSession_tellsWords_andNeverAnswers() {
    Caller caller = line.transcription();
    assertThat(caller.heard().getFirst().at("/session/type").asText()).isEqualTo("transcription");
    caller.send(
        """
        {"type": "session.update", "session": {"type": "transcription", "audio": {"input": {
          "format": {"type": "audio/pcm", "rate": 24000},
          "transcription": {"model": "gpt-4o-transcribe", "language": "en"},
          "turn_detection": {"type": "server_vad", "silence_duration_ms": 300}}}}}
        """);
    JsonNode input = caller.await("session.updated").at("/session/audio/input");
    assertThat(input.at("/transcription/language").asText()).isEqualTo("en");
    assertThat(input.at("/turn_detection/silence_duration_ms").asInt()).isEqualTo(300);
    turn(caller);
    assertThat(caller.await(PREFIX + "completed").path("transcript").asText())
        .isEqualTo("What time is it?");
    caller.send(Ask.respond());
    assertThat(caller.await("error").at("/error/type").asText()).isEqualTo("invalid_request_error");
    assertThat(caller.heard("response.created")).isEmpty();
  }

  @Test
  void transcriptionSession_withoutDetection_isCommittedByTheClient() {
    Caller caller = line.transcription();
    caller.send(
        """
        {"type": "session.update", "session": {"type": "transcription", "audio": {"input": {
          "transcription": {"model": "gpt-live-transcribe"}, "turn_detection": null}}}}
        """);
    caller.await("session.updated");
    caller.speak(SECOND);
    caller.send(Ask.commit());
    assertThat(caller.await(PREFIX + "completed").path("transcript").asText())
        .isEqualTo("What time is it?");
  }

  private static void turn(Caller caller) {
    caller.pause(SECOND);
    caller.speak(SECOND);
    caller.pause(SECOND);
  }
}
