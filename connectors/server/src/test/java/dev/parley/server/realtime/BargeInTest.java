package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replies that the caller or the client ends. */
class BargeInTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  private Talk speaking() {
    talk.respond(REPLY)
        .call(
            REPLY.started(),
            REPLY.part(0, Kind.SPEECH),
            REPLY.words(0, "once upon"),
            REPLY.audio(0, 0, 100));
    return talk.append(500).forget();
  }

  @Test
  void bargeIn_whileGenerating_endsAllPartsAndThenTheResponse() {
    speaking()
        .call(new Cue.Interrupted(List.of(REPLY.epoch())))
        .speechStarts(400)
        .call(REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.speech_started",
            "response.output_audio.done",
            "response.output_audio_transcript.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done",
            "rate_limits.updated");
    JsonNode done = talk.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("cancelled");
    assertThat(done.at("/status_details/type").asText()).isEqualTo("cancelled");
    assertThat(done.at("/status_details/reason").asText()).isEqualTo("turn_detected");
    assertThat(done.at("/output/0/status").asText()).isEqualTo("incomplete");
    assertThat(talk.line.recorded).contains(new CallEvent.Flushed(List.of(REPLY.epoch())));
  }

  @Test
  void bargeIn_afterTheResponseIsDone_tellsOfSpeechOnly() {
    speaking().call(REPLY.partEnded(0), REPLY.ended(Outcome.COMPLETED)).forget();
    talk.speechStarts(400).call(REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.types()).containsExactly("input_audio_buffer.speech_started");
  }

  @Test
  void bargeIn_beforeTheReplyBegan_createsAndCancelsIt() {
    talk.append(500).respond(REPLY).forget().speechStarts(400).call(REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.types())
        .containsExactly(
            "input_audio_buffer.speech_started",
            "response.created",
            "response.done",
            "rate_limits.updated");
  }

  @Test
  void bargeIn_duringAG711Reply_sendsNoRestOfTheOldAudio() {
    talk.update("'audio':{'output':{'format':{'type':'audio/pcmu'}}}");
    speaking().speechStarts(400).call(REPLY.cut(CutReason.BARGE_IN));
    assertThat(talk.types()).doesNotContain("response.output_audio.delta");
  }

  @Test
  void g711Reply_thatEndsByItself_sendsEveryLastSample() {
    talk.update("'audio':{'output':{'format':{'type':'audio/pcmu'}}}");
    talk.respond(REPLY)
        .call(REPLY.started(), REPLY.part(0, Kind.SPEECH), REPLY.audio(0, 0, 100))
        .call(REPLY.partEnded(0));
    int bytes =
        talk.line.events.stream()
            .filter(event -> event.path("type").asText().equals("response.output_audio.delta"))
            .mapToInt(event -> Sounds.unbase64(event.path("delta").asText()).length)
            .sum();
    assertThat(bytes).as("100 ms at 8 kHz, a byte each").isEqualTo(800);
  }

  @Test
  void cancel_tellsTheCallAndThenTheClient() {
    speaking().client("{'type':'response.cancel','event_id':'c'}");
    assertThat(talk.types()).isEmpty();
    assertThat(talk.command(SessionCommand.Cancel.class).which()).contains(REPLY.epoch());
    talk.call(REPLY.cut(CutReason.CANCELLED));
    assertThat(talk.last("response.done").at("/response/status_details/reason").asText())
        .isEqualTo("client_cancelled");
    talk.forget().client("{'type':'response.cancel','event_id':'c2'}");
    talk.refused("response_cancel_not_active", "c2");
  }

  @Test
  void cancel_ofNothing_isRefusedAndHarmless() {
    talk.client("{'type':'response.cancel','event_id':'c'}");
    assertThat(talk.refused("response_cancel_not_active", "c").path("message").asText())
        .isEqualTo("Cancellation failed: no active response found");
    talk.forget().client("{'type':'response.cancel','event_id':'d','response_id':'resp_x'}");
    talk.refused("response_cancel_not_active", "d");
    assertThat(talk.line.commands).isEmpty();
  }

  @Test
  void cancel_byTheIdOfAnotherResponse_leavesTheActiveOneAlone() {
    speaking().client("{'type':'response.cancel','event_id':'c','response_id':'resp_x'}");
    talk.refused("response_cancel_not_active", "c");
  }

  @Test
  void cut_thatNobodyExplains_countsAsTheClients() {
    speaking().call(new Cue.Over(REPLY.epoch(), Outcome.CUT, Optional.empty()));
    assertThat(talk.last("response.done").at("/response/status_details/reason").asText())
        .isEqualTo("client_cancelled");
  }

  @Test
  void framesOfACutReply_areNotTold() {
    speaking().call(REPLY.cut(CutReason.BARGE_IN)).forget();
    assertThat(talk.line.order().active()).isZero();
    Reply next = Reply.main(2);
    talk.respond(next).call(next.started());
    assertThat(talk.types()).containsExactly("response.created");
  }

  @Test
  void nextReply_thatIsFasterThanWordOfTheCut_endsTheOneBefore() {
    speaking().client("{'type':'response.cancel'}");
    Reply next = Reply.main(2);
    talk.forget()
        .call(next.asked(), new Cue.Interrupted(List.of(REPLY.epoch())), next.started())
        .call(REPLY.cut(CutReason.CANCELLED));
    assertThat(talk.types())
        .containsSubsequence("response.done", "rate_limits.updated", "response.created")
        .containsOnlyOnce("response.done");
    assertThat(talk.last("response.done").at("/response/status_details/reason").asText())
        .isEqualTo("client_cancelled");
  }

  @Test
  void outputAudioClear_isForOtherTransports() {
    speaking().client("{'type':'output_audio_buffer.clear','event_id':'c'}");
    talk.refused("invalid_value", "c");
  }
}
