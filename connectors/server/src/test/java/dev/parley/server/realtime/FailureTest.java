package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.server.limit.SessionLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Replies that fail, and sessions that end. */
class FailureTest {

  private static final Reply REPLY = Reply.main(1);

  private final Talk talk = Talk.open();

  @Test
  void failedReply_isDoneAndNoErrorEvent() {
    talk.respond(REPLY)
        .call(
            REPLY.started(),
            REPLY.part(0, Kind.SPEECH),
            REPLY.audio(0, 0, 20),
            new Signal.Failure("model", "The model ran out of quota."),
            REPLY.ended(Outcome.FAILED),
            REPLY.over(Outcome.FAILED));
    assertThat(talk.types())
        .doesNotContain("error")
        .endsWith("response.done", "rate_limits.updated");
    JsonNode done = talk.last("response.done").path("response");
    assertThat(done.path("status").asText()).isEqualTo("failed");
    assertThat(done.at("/status_details/error/type").asText()).isEqualTo("server_error");
    assertThat(done.at("/status_details/error/message").asText())
        .isEqualTo("The model ran out of quota.");
    assertThat(done.at("/output/0/status").asText()).isEqualTo("incomplete");
  }

  @Test
  void failureWithoutAReply_isAnErrorEvent_andTheSessionLives() {
    talk.call(new Signal.Failure("model", "It cannot use the tools."));
    assertThat(talk.last("error").at("/error/message").asText())
        .isEqualTo("It cannot use the tools.");
    assertThat(talk.last("error").at("/error/type").asText()).isEqualTo("server_error");
    talk.respond(REPLY).call(REPLY.started(), REPLY.ended(Outcome.COMPLETED));
    assertThat(talk.last("response.done").at("/response/status").asText()).isEqualTo("completed");
  }

  @Test
  void failure_isToldOnce() {
    talk.respond(REPLY)
        .call(REPLY.started(), new Signal.Failure("model", "First."), REPLY.ended(Outcome.FAILED));
    Reply next = Reply.main(2);
    talk.respond(next).call(next.started(), next.ended(Outcome.FAILED));
    assertThat(talk.last("response.done").at("/response/status_details/error/message").asText())
        .doesNotContain("First");
  }

  @Test
  void replyThatTheModelRefuses_isCreatedAndFailed() {
    talk.respond(REPLY).call(REPLY.over(Outcome.FAILED));
    assertThat(talk.types())
        .containsExactly("response.created", "response.done", "rate_limits.updated");
    assertThat(talk.last("response.done").at("/response/status").asText()).isEqualTo("failed");
    assertThat(talk.last("response.done").at("/response/id").asText())
        .isEqualTo(talk.last("response.created").at("/response/id").asText());
    Reply next = Reply.main(2);
    talk.forget().respond(next).call(next.started());
    assertThat(talk.types()).as("the slot is free").containsExactly("response.created");
  }

  @Test
  void refusal_thatOvertakesTheReplyBefore_isToldBehindIt() {
    talk.respond(REPLY).call(REPLY.started(), REPLY.part(0, Kind.SPEECH));
    Reply next = Reply.main(2);
    talk.forget().call(next.asked(), next.over(Outcome.FAILED));
    assertThat(talk.types()).isEmpty();
    talk.call(REPLY.audio(0, 0, 20), REPLY.ended(Outcome.COMPLETED));
    assertThat(talk.types())
        .containsSubsequence("response.done", "response.created", "response.done");
    assertThat(talk.line.order().running()).isZero();
  }

  @Test
  void expiry_isTheLastWord() {
    Talk hour = Talk.open(SessionLimits.defaults().withLength(Duration.ofMinutes(60)));
    hour.dialogue.expire();
    assertThat(hour.types()).containsExactly("error");
    JsonNode error = hour.last("error").path("error");
    assertThat(error.path("code").asText()).isEqualTo("session_expired");
    assertThat(error.path("message").asText())
        .isEqualTo("Your session hit the maximum duration of 60 minutes.");
    assertThat(hour.line.hungUp)
        .contains(
            new FakeLine.HangUp(1001, "Your session hit the maximum duration of 60 minutes."));
  }

  @Test
  void expulsion_tellsWhyAndLeavesTheHangingUpToItsCaller() {
    talk.dialogue.expel("The server is stopping.");
    assertThat(talk.last("error").at("/error/message").asText())
        .isEqualTo("The server is stopping.");
    assertThat(talk.line.hungUp).isEmpty();
  }

  @Test
  void fault_isAServerErrorWithoutDetails() {
    talk.dialogue.fault();
    JsonNode error = talk.last("error").path("error");
    assertThat(error.path("type").asText()).isEqualTo("server_error");
    assertThat(error.path("code").isNull()).isTrue();
    assertThat(error.path("event_id").isNull()).isTrue();
  }

  @Test
  void complaints_areCountedByTheirCode() {
    talk.client("nonsense").client("{'type':'response.cancel'}");
    talk.dialogue.fault();
    assertThat(talk.line.recorded)
        .containsExactly(
            new CallEvent.Complained("invalid_json"),
            new CallEvent.Complained("response_cancel_not_active"),
            new CallEvent.Complained("none"));
  }

  @Test
  void transcriptionSession_answersNobody() {
    Talk session = Talk.transcription();
    session.client("{'type':'response.create','event_id':'r'}");
    session.refused("invalid_value", "r");
  }

  @Test
  void transcriptionSession_neverSpeaksIntoTheSilence() {
    Talk session = Talk.transcription();
    session.client(
        """
        {'type':'session.update','session':{'type':'transcription','audio':{'input':
         {'turn_detection':{'type':'server_vad','idle_timeout_ms':5000}}}}}\
        """);
    assertThat(session.types()).containsExactly("session.updated");
    assertThat(session.line.alarm).isEmpty();
  }
}
