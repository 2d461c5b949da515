package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.session.SessionCommand;
import dev.parley.server.limit.InputLimits;
import dev.parley.server.limit.SessionLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns that the client ends, and audio that it should not have sent like that. */
class PushToTalkTest {

  private static final String COMMIT = "{'type':'input_audio_buffer.commit','event_id':'c'}";

  private final Talk talk = Talk.open().withoutDetection();

  @Test
  void turn_isCommittedByTheClientAndNotAnsweredUnasked() {
    talk.append(60).append(60).client(COMMIT);
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.committed", "conversation.item.added", "conversation.item.done");
    assertThat(talk.line.commands).containsExactly(new SessionCommand.Commit(Talk.at(120)));
  }

  @Test
  void committedItems_followOneAnother() {
    talk.append(100).client(COMMIT).append(100).client(COMMIT);
    String first = talk.line.events.getFirst().path("item_id").asText();
    assertThat(talk.line.events.getFirst().path("previous_item_id").isNull()).isTrue();
    assertThat(talk.last("input_audio_buffer.committed").path("previous_item_id").asText())
        .isEqualTo(first);
    assertThat(talk.last("conversation.item.done").path("previous_item_id").asText())
        .isEqualTo(first);
  }

  @Test
  void commit_ofEmptyBuffer_isRefused() {
    talk.client(COMMIT);
    assertThat(talk.refused("input_audio_buffer_commit_empty", "c").path("message").asText())
        .isEqualTo(
            "Error committing input audio buffer: buffer too small. Expected at least 100ms of"
                + " audio, but buffer only has 0.00ms of audio.");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void commit_ofLessThan100Millis_isRefusedAndLosesNothing() {
    talk.append(99).client(COMMIT);
    assertThat(talk.refused("input_audio_buffer_commit_empty", "c").path("message").asText())
        .contains("99.00ms");
    talk.forget().append(1).client(COMMIT);
    assertThat(talk.types()).startsWith("input_audio_buffer.committed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio/pcmu", "audio/pcma"})
  void commit_of100MillisOfG711_isTaken(String format) {
    talk.update("'audio':{'input':{'format':{'type':'%s'}}}".formatted(format)).forget();
    talk.append(new byte[800]).client(COMMIT);
    assertThat(talk.types()).startsWith("input_audio_buffer.committed");
    assertThat(talk.command(SessionCommand.Commit.class).at()).isEqualTo(Talk.at(100));
    talk.forget().append(new byte[799]).client(COMMIT);
    talk.refused("input_audio_buffer_commit_empty", "c");
  }

  @Test
  void clear_throwsAwayWhatWaits() {
    talk.append(500).client("{'type':'input_audio_buffer.clear'}");
    assertThat(talk.types()).containsExactly("input_audio_buffer.cleared");
    talk.forget().client(COMMIT);
    talk.refused("input_audio_buffer_commit_empty", "c");
  }

  @Test
  void oddByte_isRefusedWithAllThatCameWithIt() {
    talk.client(
        "{'type':'input_audio_buffer.append','event_id':'a','audio':'%s'}"
            .formatted(Sounds.base64(new byte[4_801])));
    assertThat(talk.refused("invalid_value", "a").path("param").asText()).isEqualTo("audio");
    assertThat(talk.line.heard).isEmpty();
    talk.forget().append(Sounds.bytes(Sounds.ramp(5, 2_400))).client(COMMIT);
    assertThat(talk.types()).startsWith("input_audio_buffer.committed");
    assertThat(talk.line.heard.getFirst().samples())
        .as("nothing shifts what follows")
        .isEqualTo(Sounds.ramp(5, 2_400));
  }

  @Test
  void oddByte_inAnItem_isRefusedWithTheItem() {
    talk.client(
        "{'type':'conversation.item.create','event_id':'i','item':{'type':'message','role':'user',"
            + "'content':[{'type':'input_audio','audio':'%s'}]}}"
                .formatted(Sounds.base64(new byte[3])));
    talk.refused("invalid_value", "i");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void append_beyondTheLimit_isRefusedAndWhatThereIsStays() {
    Talk small =
        Talk.open(
                SessionLimits.defaults()
                    .withInput(InputLimits.defaults().withLength(Duration.ofSeconds(1))))
            .withoutDetection();
    small.append(1_000).append(1);
    assertThat(small.types()).containsExactly("error");
    assertThat(small.last("error").at("/error/code").asText()).isEqualTo("input_audio_buffer_full");
    assertThat(small.line.heard).as("pieces of 100 ms").hasSize(10);
    small.forget().client(COMMIT);
    assertThat(small.types()).startsWith("input_audio_buffer.committed");
    assertThat(small.command(SessionCommand.Commit.class).at()).isEqualTo(Talk.at(1_000));
    small.forget().append(1_000);
    assertThat(small.types()).as("there is room again").isEmpty();
  }

  @Test
  void append_inBytes_hasALimitToo() {
    Talk small =
        Talk.open(SessionLimits.defaults().withInput(InputLimits.defaults().withBytes(48_000)))
            .withoutDetection();
    small.append(1_001);
    assertThat(small.types()).containsExactly("error");
  }

  @Test
  void whileADetectorListens_noLimitIsEverReached() {
    Talk small =
        Talk.open(
            SessionLimits.defaults()
                .withInput(InputLimits.defaults().withLength(Duration.ofSeconds(1))));
    small.append(900).append(900).append(900);
    assertThat(small.types()).isEmpty();
    assertThat(small.line.heard).as("pieces of 100 ms").hasSize(27);
  }

  @Test
  void badBase64_isRefusedAndTheSessionLives() {
    talk.client("{'type':'input_audio_buffer.append','event_id':'a','audio':'!!'}");
    assertThat(talk.refused("invalid_value", "a").path("param").asText()).isEqualTo("audio");
    talk.forget().append(100).client(COMMIT);
    assertThat(talk.types()).startsWith("input_audio_buffer.committed");
  }

  @Test
  void emptyAppend_isNothing() {
    talk.client("{'type':'input_audio_buffer.append','audio':''}");
    assertThat(talk.types()).isEmpty();
    assertThat(talk.line.heard).isEmpty();
  }
}
