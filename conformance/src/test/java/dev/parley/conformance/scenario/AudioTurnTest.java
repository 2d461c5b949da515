package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.realtime.RealtimeAudioConfig;
import com.openai.models.realtime.RealtimeAudioConfigInput;
import com.openai.models.realtime.RealtimeAudioInputTurnDetection;
import com.openai.models.realtime.RealtimeAudioInputTurnDetection.SemanticVad;
import com.openai.models.realtime.RealtimeClientEvent;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.client.Sound;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 3.2, 3.10 and 3.11. */
class AudioTurnTest {

  private static final Setup SETUP = Setup.reciting(Recital.say("It is noon now."));
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<String> TURN =
      List.of(
          "input_audio_buffer.speech_started",
          "input_audio_buffer.speech_stopped",
          "input_audio_buffer.committed",
          "conversation.item.added",
          "conversation.item.done");
  private static final List<String> ANSWER =
      List.of(
          "response.created",
          "response.output_item.added",
          "conversation.item.added",
          "response.content_part.added",
          "response.output_audio.done",
          "response.output_audio_transcript.done",
          "response.content_part.done",
          "conversation.item.done",
          "response.output_item.done",
          "response.done");

  @RegisterExtension final Line line = Line.to(SETUP);

  @Test
  void serverVad_hasItsOrder_andTellsPlacesInTheAudio() {
    Caller caller = line.call();
    caller.forget();
    turn(caller);
    JsonNode response = caller.response();

    assertThat(caller.shape().subList(0, TURN.size())).isEqualTo(TURN);
    assertThat(caller.shape().subList(TURN.size(), caller.shape().size())).isEqualTo(ANSWER);
    assertThat(started(caller).path("audio_start_ms").asInt()).isBetween(450, 950);
    assertThat(stopped(caller).path("audio_end_ms").asInt()).isBetween(2_300, 3_100);
    assertThat(response.at("/output/0/content/0/transcript").asText()).isEqualTo("It is noon now.");
    assertThat(bytes(caller)).isEqualTo(800 * 48);
  }

  @Test
  void turns_followOneAnother_inOneList() {
    Caller caller = line.call();
    for (int n = 0; n < 3; n++) {
      turn(caller);
      caller.response();
    }
    List<JsonNode> added = caller.heard("conversation.item.added");
    assertThat(added).hasSize(6);
    for (int i = 1; i < 6; i++) {
      assertThat(added.get(i).path("previous_item_id")).isEqualTo(added.get(i - 1).at("/item/id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"low", "medium", "high", "auto"})
  void semanticVad_findsTheTurnToo(String eagerness) {
    Caller caller = line.call();
    caller.send(
        detection(
            RealtimeAudioInputTurnDetection.ofSemanticVad(
                SemanticVad.builder().eagerness(SemanticVad.Eagerness.of(eagerness)).build())));
    JsonNode vad = caller.await("session.updated").at("/session/audio/input/turn_detection");
    assertThat(vad.path("type").asText()).isEqualTo("semantic_vad");
    assertThat(vad.path("eagerness").asText()).isEqualTo(eagerness);
    caller.forget();
    caller.pause(SECOND);
    caller.speak(SECOND);
    caller.pause(Duration.ofSeconds(9)); // low waits for 8 s at most
    caller.response();
    assertThat(caller.shape().subList(0, TURN.size())).isEqualTo(TURN);
  }

  @Test
  void pushToTalk_answersOnlyWhenAsked() {
    Caller caller = line.call();
    caller.send(withoutDetection());
    JsonNode updated = caller.await("session.updated");
    assertThat(updated.at("/session/audio/input/turn_detection").isNull()).isTrue();
    caller.forget();
    caller.speak(SECOND);
    caller.send(Ask.commit());
    caller.await("conversation.item.done");
    caller.send(Ask.retrieve("item_unknown")); // its error tells that nothing else was coming
    caller.await("error");
    assertThat(caller.shape())
        .containsExactly(
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "error");
    caller.forget();
    caller.send(Ask.respond());
    caller.response();
    assertThat(caller.shape()).isEqualTo(ANSWER);
  }

  @Test
  void clear_forgetsWhatWasSaid() {
    Caller caller = line.call();
    caller.send(withoutDetection());
    caller.await("session.updated");
    caller.speak(SECOND);
    caller.send(Ask.clear());
    caller.await("input_audio_buffer.cleared");
    caller.send(Ask.commit());
    assertThat(caller.await("error").at("/error/code").asText())
        .isEqualTo("input_audio_buffer_commit_empty");
  }

  @Test
  void vadWithoutAutoResponse_stopsBehindTheItem() {
    Caller caller = line.call();
    caller.send(
        detection(
            RealtimeAudioInputTurnDetection.ofServerVad(
                RealtimeAudioInputTurnDetection.ServerVad.builder()
                    .createResponse(false)
                    .build())));
    caller.await("session.updated");
    caller.forget();
    turn(caller);
    caller.await("conversation.item.done");
    caller.send(Ask.retrieve("item_unknown"));
    caller.await("error");
    assertThat(caller.shape().subList(0, TURN.size())).isEqualTo(TURN);
    assertThat(caller.shape()).hasSize(TURN.size() + 1);
    caller.send(Ask.respond());
    assertThat(caller.response().path("status").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/pcmu", "audio/pcma"})
  void g711_worksBothWays(String format) {
    Caller caller = line.call();
    caller.send(
        """
        {"type": "session.update", "session": {"type": "realtime", "audio": {
          "input": {"format": {"type": "%s"}}, "output": {"format": {"type": "%s"}}}}}
        """
            .formatted(format, format));
    JsonNode audio = caller.await("session.updated").at("/session/audio");
    assertThat(audio.at("/input/format/type").asText()).isEqualTo(format);
    assertThat(audio.at("/output/format/type").asText()).isEqualTo(format);
    caller.forget();
    for (short[] sound :
        List.of(Sound.room(8_000, SECOND), Sound.voice(8_000, SECOND), Sound.room(8_000, SECOND))) {
      caller.append(format.endsWith("u") ? Sound.mulaw(sound) : Sound.alaw(sound), 8);
    }
    caller.response();
    assertThat(caller.shape().subList(0, TURN.size())).isEqualTo(TURN);
    assertThat(started(caller).path("audio_start_ms").asInt()).isBetween(450, 950);
    assertThat(bytes(caller)).isBetween(798 * 8, 802 * 8);
  }

  private static void turn(Caller caller) {
    caller.pause(SECOND);
    caller.speak(SECOND);
    caller.pause(SECOND);
  }

  private static JsonNode started(Caller caller) {
    return caller.heard("input_audio_buffer.speech_started").getFirst();
  }

  private static JsonNode stopped(Caller caller) {
    return caller.heard("input_audio_buffer.speech_stopped").getFirst();
  }

  /** How much audio came. */
  private static int bytes(Caller caller) {
    return caller.heard("response.output_audio.delta").stream()
        .mapToInt(e -> Base64.getDecoder().decode(e.path("delta").asText()).length)
        .sum();
  }

  private static RealtimeClientEvent withoutDetection() {
    return Ask.session(
        s ->
            s.audio(
                RealtimeAudioConfig.builder()
                    .input(
                        RealtimeAudioConfigInput.builder().turnDetection(Optional.empty()).build())
                    .build()));
  }

  private static RealtimeClientEvent detection(RealtimeAudioInputTurnDetection how) {
    return Ask.session(
        s ->
            s.audio(
                RealtimeAudioConfig.builder()
                    .input(RealtimeAudioConfigInput.builder().turnDetection(how).build())
                    .build()));
  }
}
