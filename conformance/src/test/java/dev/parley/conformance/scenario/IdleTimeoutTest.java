package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.12. */
class IdleTimeoutTest {

  private static final Setup SETUP = Setup.reciting(Recital.say("Hello?"));
  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension final Line line = Line.to(SETUP);

  @Test
  void silence_behindAReply_isATurnOfItsOwn() {
    Caller caller = line.call();
    caller.send(
        """
        {"type": "session.update", "session": {"type": "realtime", "audio": {"input": {
          "turn_detection": {"type": "server_vad", "idle_timeout_ms": 5000}}}}}
        """);
    assertThat(
            caller
                .await("session.updated")
                .at("/session/audio/input/turn_detection/idle_timeout_ms")
                .asInt())
        .isEqualTo(5_000);
    caller.pause(SECOND);
    caller.send(Ask.text("Hello"), Ask.respond());
    caller.response();
    caller.forget();
    caller.pause(Duration.ofSeconds(7)); // the playback's 200 ms and the timeout are over in it
    caller.response();
    assertThat(caller.shape().subList(0, 5))
        .isEqualTo(
            List.of(
                "input_audio_buffer.timeout_triggered",
                "input_audio_buffer.committed",
                "conversation.item.added",
                "conversation.item.done",
                "response.created"));
  }
}
