package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server speaks when nobody has for long. */
class IdleTimeoutTest {

  private static final Reply REPLY = Reply.main(1);
  private static final String IDLE =
      "'audio':{'input':{'turn_detection':{'type':'server_vad','idle_timeout_ms':5000}}}";

  private final Talk talk = Talk.open();

  private Talk answered() {
    talk.update(IDLE).append(400);
    talk.respond(REPLY).call(REPLY.started(), REPLY.ended(Outcome.COMPLETED));
    assertThat(talk.line.alarm).as("not before it has been played").isEmpty();
    return talk.call(REPLY.over(Outcome.COMPLETED));
  }

  @Test
  void silence_becomesAnItemAndIsAnswered() {
    answered();
    assertThat(talk.line.alarm).contains(Duration.ofSeconds(5));
    for (int i = 0; i < 50; i++) {
      talk.append(100);
    }
    talk.forget().dialogue.wake();
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.timeout_triggered",
            "input_audio_buffer.committed",
            "conversation.item.added",
            "conversation.item.done");
    JsonNode timeout = talk.last("input_audio_buffer.timeout_triggered");
    assertThat(timeout.path("audio_start_ms").asLong()).isEqualTo(400);
    assertThat(timeout.path("audio_end_ms").asLong()).isEqualTo(5_400);
    assertThat(timeout.path("item_id").asText())
        .isEqualTo(talk.last("input_audio_buffer.committed").path("item_id").asText());
    assertThat(talk.line.commands).hasSize(2);
    assertThat(talk.line.commands.get(0)).isEqualTo(new SessionCommand.Commit(Talk.at(5_400)));
    assertThat(talk.command(SessionCommand.Reply.class).lane()).isEqualTo(Epoch.Lane.MAIN);
  }

  @Test
  void callerWhoSendsNothing_isWaitedForAgain() {
    answered().forget().dialogue.wake();
    assertThat(talk.types()).as("nothing was written that could be silent").isEmpty();
    assertThat(talk.line.commands).isEmpty();
    assertThat(talk.line.alarm).contains(Duration.ofSeconds(5));
    talk.append(99).dialogue.wake();
    assertThat(talk.types()).as("too little to commit").isEmpty();
    talk.append(1).dialogue.wake();
    assertSilence(400, 500);
  }

  @Test
  void secondTimeout_withoutMoreAudio_doesNotCome() {
    answered().append(5_000).dialogue.wake();
    assertSilence(400, 5_400);
    Reply next = Reply.main(2);
    talk.call(next.asked(), next.started(), next.ended(Outcome.COMPLETED))
        .call(next.over(Outcome.COMPLETED))
        .forget();
    talk.dialogue.wake();
    assertThat(talk.types()).isEmpty();
    talk.append(1_000).dialogue.wake();
    assertSilence(5_400, 6_400);
  }

  @Test
  void recordingThatRunsAhead_isSilentFromTheEndOfThePlaybackOn() {
    talk.update(IDLE).append(1_000);
    talk.respond(REPLY).call(REPLY.started(), REPLY.ended(Outcome.COMPLETED));
    talk.append(7_000); // at once, while 200 ms are played
    talk.line.nanos += 200_000_000;
    talk.call(REPLY.over(Outcome.COMPLETED)).forget();
    talk.dialogue.wake();
    assertSilence(1_200, 8_000);
  }

  @Test
  void whatWasCommittedMeanwhile_isNoSilence() {
    answered().append(1_000).client("{'type':'input_audio_buffer.commit'}").forget();
    talk.dialogue.wake();
    assertThat(talk.types()).isEmpty();
    talk.append(500).dialogue.wake();
    assertSilence(1_400, 1_900);
    talk.append(700).client("{'type':'input_audio_buffer.clear'}").append(300);
    talk.dialogue.wake();
    assertSilence(2_600, 2_900);
  }

  @Test
  void replyThatFails_afterOneThatWasCut_isWaitedBehindFromItsOwnEndOn() {
    talk.update(IDLE).append(1_000);
    talk.respond(REPLY).call(REPLY.started(), REPLY.ended(Outcome.COMPLETED));
    talk.append(500).call(REPLY.cut(CutReason.BARGE_IN));
    Reply next = Reply.main(2);
    talk.call(next.asked(), next.over(Outcome.FAILED));
    talk.append(500).dialogue.wake();
    assertSilence(1_500, 2_000);
  }

  @Test
  void itemOfTheSilence_beginsNoSoonerThanTheSilence() {
    answered().append(100).forget().dialogue.wake();
    String id = talk.last("input_audio_buffer.committed").path("item_id").asText();
    talk.client("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(id));
    String audio = talk.last("conversation.item.retrieved").at("/item/content/0/audio").asText();
    assertThat(Sounds.samples(Sounds.unbase64(audio))).isEqualTo(Sounds.ramp(400 * 24, 100 * 24));
  }

  private void assertSilence(long startMillis, long endMillis) {
    JsonNode timeout = talk.last("input_audio_buffer.timeout_triggered");
    assertThat(timeout.path("audio_start_ms").asLong()).isEqualTo(startMillis);
    assertThat(timeout.path("audio_end_ms").asLong()).isEqualTo(endMillis);
  }

  @Test
  void speech_putsItOff() {
    answered().append(100).speechStarts(450);
    assertThat(talk.line.alarm).isEmpty();
  }

  @Test
  void speech_thatIsToldAsTheAlarmGoesOff_wins() {
    answered().append(100).speechStarts(450).forget();
    talk.dialogue.wake();
    assertThat(talk.types()).isEmpty();
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void anotherReply_putsItOff() {
    answered();
    Reply next = Reply.main(2);
    talk.respond(next);
    assertThat(talk.line.alarm).isEmpty();
    talk.forget().dialogue.wake();
    assertThat(talk.types()).isEmpty();
  }

  @Test
  void replyThatWasCut_isNotWaitedBehind() {
    talk.update(IDLE).respond(REPLY).call(REPLY.started(), REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.line.alarm).isEmpty();
  }

  @Test
  void outOfBandReply_doesNotBeginTheWait() {
    talk.respond(Reply.side(1), "{'conversation':'none'}");
    talk.update(IDLE);
    talk.line.letSleep();
    talk.call(Reply.side(1).started(), Reply.side(1).over(Outcome.COMPLETED));
    assertThat(talk.line.alarm).isEmpty();
  }

  @Test
  void timeoutTakenBack_nobodyWaits() {
    answered().update("'audio':{'input':{'turn_detection':null}}");
    assertThat(talk.line.alarm).isEmpty();
  }

  @Test
  void otherUpdates_doNotPutItOff() {
    answered().append(1_000);
    talk.line.alarm = Optional.of(Duration.ofSeconds(3)); // what is left of it
    talk.update("'instructions':'be brief'").update("'nonsense':1");
    assertThat(talk.line.alarm).contains(Duration.ofSeconds(3));
    talk.forget().dialogue.wake();
    assertThat(talk.last("input_audio_buffer.timeout_triggered").path("audio_start_ms").asLong())
        .isEqualTo(400);
  }
}
