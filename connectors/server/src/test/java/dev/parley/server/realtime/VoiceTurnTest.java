package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.session.SessionCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spoken turns that the server finds. */
class VoiceTurnTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  private Talk spokenTurn() {
    talk.append(500).speechStarts(400);
    for (int i = 0; i < 10; i++) {
      talk.append(100);
    }
    return talk.turnEnds(400, 900, 1_400);
  }

  @Test
  void turn_isHeardCommittedAndAnsweredInTheOrderOfTheProtocol() {
    spokenTurn()
        .call(
            REPLY.asked(),
            REPLY.started(),
            REPLY.part(0, Kind.SPEECH),
            REPLY.words(0, "yes"),
            REPLY.audio(0, 0, 100),
            REPLY.audio(0, 100, 50),
            REPLY.partEnded(0),
            REPLY.ended(Outcome.COMPLETED));
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.speech_started",
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_audio_transcript.delta",
            "response.output_audio.delta",
            "response.output_audio.delta",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
  }

  @Test
  void userItem_keepsItsIdFromTheFirstSoundOn() {
    spokenTurn();
    String id = talk.last("input_audio_buffer.speech_started").path("item_id").asText();
    assertThat(talk.last("input_audio_buffer.speech_stopped").path("item_id").asText())
        .isEqualTo(id);
    assertThat(talk.last("input_audio_buffer.committed").path("item_id").asText()).isEqualTo(id);
    JsonNode item = talk.last("conversation.item.done").path("item");
    assertThat(item.path("id").asText()).isEqualTo(id);
    assertThat(item.at("/content/0").toString())
        .as("transcript is there and null, audio is not there")
        .isEqualTo("{\"type\":\"input_audio\",\"transcript\":null}");
    talk.append(500).speechStarts(2_000);
    assertThat(talk.last("input_audio_buffer.speech_started").path("item_id").asText())
        .as("another turn is another item")
        .isNotEqualTo(id);
  }

  @Test
  void offsets_countAudioWritten_withThePaddingBefore() {
    spokenTurn();
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .as("300 ms of padding")
        .isEqualTo(100);
    assertThat(talk.last("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong())
        .as("with the silence that was waited for")
        .isEqualTo(1_400);
  }

  @Test
  void speechAtTheVeryBeginning_startsAtZero() {
    talk.append(200).speechStarts(100);
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .isZero();
  }

  @Test
  void item_holdsTheAudioFromThePaddingToTheEnd() {
    spokenTurn();
    String id = talk.last("input_audio_buffer.committed").path("item_id").asText();
    talk.client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(id));
    byte[] audio =
        Sounds.unbase64(
            talk.last("conversation.item.retrieved").at("/item/content/0/audio").asText());
    assertThat(Sounds.samples(audio)).isEqualTo(Sounds.ramp(100 * 24, 1_300 * 24));
  }

  @Test
  void audioInOneBigMessage_isKeptUntilItsSpeechHasBeenFound() {
    talk.append(10_000).speechStarts(2_000).turnEnds(2_000, 3_000, 3_500);
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .isEqualTo(1_700);
    String id = talk.last("input_audio_buffer.committed").path("item_id").asText();
    talk.client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(id));
    byte[] audio =
        Sounds.unbase64(
            talk.last("conversation.item.retrieved").at("/item/content/0/audio").asText());
    assertThat(Sounds.samples(audio)).isEqualTo(Sounds.ramp(1_700 * 24, 1_800 * 24));
  }

  @Test
  void recordingInManyMessages_isKeptUntilItsSpeechHasBeenFound() {
    for (int i = 0; i < 500; i++) {
      talk.append(20);
    }
    talk.speechStarts(2_000).turnEnds(2_000, 3_000, 3_500).speechStarts(6_000);
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .as("of the second turn in it")
        .isEqualTo(5_700);
    String id = talk.last("input_audio_buffer.committed").path("item_id").asText();
    talk.client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(id));
    byte[] audio =
        Sounds.unbase64(
            talk.last("conversation.item.retrieved").at("/item/content/0/audio").asText());
    assertThat(Sounds.samples(audio)).isEqualTo(Sounds.ramp(1_700 * 24, 1_800 * 24));
  }

  @Test
  void silenceInRealTime_isNotKept() {
    talk.speak(60_000).speechStarts(30_000);
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .as("300 ms of padding, 400 ms for the detector and the piece itself")
        .isEqualTo(60_000 - 720);
  }

  @Test
  void audio_reachesTheCallInPlaceAndWhole() {
    talk.append(120).append(80);
    assertThat(talk.line.heard)
        .containsExactly(
            new Captured(Talk.at(0), Sounds.ramp(0, 100 * 24)),
            new Captured(Talk.at(100), Sounds.ramp(100 * 24, 20 * 24)),
            new Captured(Talk.at(120), Sounds.ramp(120 * 24, 80 * 24)));
    assertThat(talk.types()).as("appends are not acknowledged").isEmpty();
  }

  @Test
  void pauseWithinATurn_isNotTold() {
    talk.append(500)
        .speechStarts(100)
        .call(new Cue.Caller(new Signal.SpeechStopped(Talk.at(200), Talk.at(300))))
        .speechStarts(400);
    assertThat(talk.types()).containsExactly("input_audio_buffer.speech_started");
  }

  @Test
  void manualCommitDuringSpeech_keepsTheIdAndPromisesNoStop() {
    talk.append(500).speechStarts(400).append(300);
    talk.client("{'type':'input_audio_buffer.commit'}");
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.speech_started",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done");
    assertThat(talk.last("input_audio_buffer.committed").path("item_id").asText())
        .isEqualTo(talk.last("input_audio_buffer.speech_started").path("item_id").asText());
    assertThat(talk.command(SessionCommand.Commit.class).at()).isEqualTo(Talk.at(800));
    talk.forget().turnEnds(400, 900, 1_400);
    assertThat(talk.types()).isEmpty();
  }

  @Test
  void clearDuringSpeech_forgetsTheTurn() {
    talk.append(500).speechStarts(400).append(300);
    String id = talk.last("input_audio_buffer.speech_started").path("item_id").asText();
    talk.forget().client("{'type':'input_audio_buffer.clear'}").turnEnds(400, 600, 800);
    assertThat(talk.types()).containsExactly("input_audio_buffer.cleared");
    assertThat(talk.command(SessionCommand.Clear.class).at()).isEqualTo(Talk.at(800));
    talk.append(500).speechStarts(1_000);
    assertThat(talk.last("input_audio_buffer.speech_started").path("item_id").asText())
        .isNotEqualTo(id);
  }

  @Test
  void offsets_goOnOverClears() {
    talk.append(1_000).client("{'type':'input_audio_buffer.clear'}").append(500);
    talk.speechStarts(1_400);
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .isEqualTo(1_100);
    talk.client("{'type':'input_audio_buffer.clear'}");
    talk.append(100).speechStarts(1_510);
    assertThat(talk.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
        .as("what was cleared does not come back as padding")
        .isEqualTo(1_500);
  }

  @Test
  void detectionSwitchedOff_factsOfTheDetectorAreNoLongerTold() {
    talk.append(500).speechStarts(100).withoutDetection();
    talk.turnEnds(100, 300, 500).speechStarts(450);
    assertThat(talk.types()).isEmpty();
  }

  @Test
  void detectorsOwnTurns_areNotAnsweredByTheDoorItself() {
    spokenTurn();
    assertThat(talk.line.commands).isEqualTo(List.of()); // the keeper commits and asks
  }
}
