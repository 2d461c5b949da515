package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.CallEvent.Parted;
import dev.parley.engine.telemetry.NodeTelemetry;
import dev.parley.server.limit.SessionLimits;
import dev.parley.testkit.RecordingTelemetry;
import java.io.IOException;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who ended a session, and with which code, as telemetry hears of it. */
@ExtendWith(SharedSystem.class)
class PartingServerTest {

  private interface Ending {
    void of(RawClient client) throws IOException;
  }

  private final RecordingTelemetry calls = new RecordingTelemetry();

  private void assertParted(
      ActorSystem<?> system, ServerSettings settings, Ending ending, Parted.By by, int code)
      throws Exception {
    ServerParts parts =
        TestServer.parts(TestServer.model("think=0ms,reply=100ms"))
            .withTelemetry(calls, NodeTelemetry.none());
    try (TestServer server = TestServer.start(system, settings, parts);
        RawClient client = RawClient.upgraded(server)) {
      Retry.until(() -> !calls.events(CallEvent.Opened.class).isEmpty());
      ending.of(client);
      Retry.until(() -> !calls.events(CallEvent.Closed.class).isEmpty());
    }
    assertThat(calls.entries())
        .extracting(RecordingTelemetry.Entry::event)
        .filteredOn(e -> e instanceof Parted || e instanceof CallEvent.Closed)
        .containsExactly(new Parted(by, code), new CallEvent.Closed());
  }

  @Test
  void client_thatCloses(ActorSystem<?> system) throws Exception {
    assertParted(
        system,
        TestServer.settings(),
        client -> client.write(RawClient.close(1009)),
        Parted.By.CLIENT,
        1009);
  }

  @Test
  void client_thatIsGone(ActorSystem<?> system) throws Exception {
    assertParted(system, TestServer.settings(), RawClient::reset, Parted.By.LOST, 1006);
  }

  @Test
  void client_thatBreaksTheProtocol(ActorSystem<?> system) throws Exception {
    assertParted(
        system,
        TestServer.settings(),
        client -> client.write(new byte[] {(byte) 0xff, 0}),
        Parted.By.SERVER,
        1002);
  }

  @Test
  void session_thatExpires(ActorSystem<?> system) throws Exception {
    assertParted(
        system,
        TestServer.settings()
            .withLimits(SessionLimits.defaults().withLength(Duration.ofMillis(200))),
        client -> {},
        Parted.By.SERVER,
        1001);
  }
}
