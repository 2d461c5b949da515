package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.server.limit.AdmissionLimits;
import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.Rate;
import dev.parley.server.limit.SessionLimits;
import dev.parley.sockets.Patience;
import dev.parley.sockets.SocketSettings;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that say much, read nothing, and go: their session ends, and their seat is free. */
@ExtendWith(SharedSystem.class)
class FloodTest {

  private static final String MODEL = "think=0ms,reply=200ms";

  /** What it says. */
  enum Flood {
    CLEARS,
    QUESTIONS;

    private byte[] bytes() {
      return switch (this) {
        case CLEARS -> RawClient.frames("{'type':'input_audio_buffer.clear'}", 2_000);
        case QUESTIONS ->
            RawClient.frames("{'type':'conversation.item.retrieve','item_id':'nobody'}", 20_000);
      };
    }
  }

  /** How it goes. */
  enum Way {
    RESET,
    HANG_UP,
    HALF_CLOSE,
    CLOSE_FRAME;

    private void go(RawClient client) {
      switch (this) {
        case RESET -> client.reset();
        case HANG_UP -> client.close();
        case HALF_CLOSE -> client.finishWriting();
        case CLOSE_FRAME -> client.pour(RawClient.close(1000));
      }
    }
  }

  /** Listens to nothing that it is told. */
  private record StalledModel(Backend behind) implements Backend {
    @Override
    public String name() {
      return "stalled";
    }

    @Override
    public Capabilities capabilities() {
      return behind.capabilities();
    }

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      return behind.negotiate(in);
    }

    @Override
    public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
      CompletableFuture<Inbound> never = new CompletableFuture<>();
      return Flow.<Inbound>create()
          .mapAsync(1, frame -> never)
          .viaMat(behind.open(spec), Keep.right());
    }
  }

  /** One seat, and messages at any rate, so that it is not the rate that ends the flood. */
  private static TestServer start(ActorSystem<?> system, Backend model) throws Exception {
    ServerSettings settings =
        TestServer.settings()
            .withSockets(
                SocketSettings.defaults()
                    .withLoops(2)
                    .withPatience(
                        Patience.defaults()
                            .withPing(Duration.ofMillis(500), Duration.ofSeconds(2))
                            .withProgress(Duration.ofSeconds(2))
                            .withClose(Duration.ofMillis(300))))
            .withLimits(
                SessionLimits.defaults().withAdmission(AdmissionLimits.defaults().withPerNode(1)))
            .withRates(MessageRateSettings.defaults().withMessages(new Rate(100_000, 100_000)));
    return TestServer.start(system, settings, model);
  }

  private static void assertFree(TestServer server) throws Exception {
    Retry.until(() -> server.server().sessions() == 0);
    RawClient.upgraded(server).reset();
    Retry.until(() -> server.server().sessions() == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "CLEARS, RESET",
    "CLEARS, HANG_UP",
    "CLEARS, HALF_CLOSE",
    "CLEARS, CLOSE_FRAME",
    "QUESTIONS, RESET",
    "QUESTIONS, HANG_UP",
    "QUESTIONS, HALF_CLOSE",
    "QUESTIONS, CLOSE_FRAME"
  })
  void clientThatReadsNothing_andGoes_leavesItsSeat(Flood flood, Way way, ActorSystem<?> system)
      throws Exception {
    try (TestServer server = start(system, TestServer.model(MODEL))) {
      try (RawClient client = RawClient.upgraded(server)) {
        Thread pouring = client.pour(flood.bytes());
        pouring.join(Duration.ofMillis(500)); // all is said, or the server takes no more
        way.go(client);
        assertFree(server);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET", "HANG_UP"})
  void clientThatIsNotHeard_andGoes_leavesItsSeat(Way way, ActorSystem<?> system) throws Exception {
    String append =
        "{'type':'input_audio_buffer.append','audio':'%s'}"
            .formatted(Base64.getEncoder().encodeToString(new byte[4_800]));
    try (TestServer server = start(system, new StalledModel(TestServer.model(MODEL)))) {
      try (RawClient client = RawClient.upgraded(server)) {
        Thread pouring = client.pour(RawClient.frames(append, 1_500));
        assertThat(pouring.join(Duration.ofMillis(500))).as("it is told all").isFalse();
        way.go(client);
        assertFree(server);
      }
    }
  }
}
