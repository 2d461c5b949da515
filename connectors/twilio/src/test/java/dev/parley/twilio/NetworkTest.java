package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.sockets.ClientSettings;
import dev.parley.sockets.CloseCode;
import dev.parley.sockets.SocketClient;
import dev.parley.sockets.SocketServer;
import dev.parley.sockets.SocketSettings;
import dev.parley.sockets.SocketWatch;
import dev.parley.twilio.door.CallSummary;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.sim.NetLine;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimRefused;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.sim.SimSettings;
import dev.parley.twilio.sim.TwilioSim;
import dev.parley.twilio.voice.Verb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The house at a real port, in real time. */
class NetworkTest {

  private static final long PATIENCE = 60;

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "network");
  private final CompletableFuture<CallSummary> summary = new CompletableFuture<>();
  private final SocketClient client = SocketClient.start(system, ClientSettings.defaults());
  private URI server = URI.create("ws://127.0.0.1");

  @BeforeEach
  void open() throws Exception {
    TwilioHouse house =
        TwilioHouse.open(
            system,
            TwilioSettings.of(Phone.BASE, AuthTokens.of(Phone.TOKEN)),
            TwilioParts.of(
                    TwilioAgents.always(
                        Agent.of(Phone.model(Duration.ofSeconds(1)), EnergyDetector.energy())),
                    TwilioSeats.of(2))
                .withSummaries(summary::complete));
    SocketServer bound =
        SocketServer.bind(
                system,
                SocketSettings.defaults().withLoops(1),
                house,
                house.routes().flow(system.classicSystem()),
                SocketWatch.none())
            .toCompletableFuture()
            .get(PATIENCE, TimeUnit.SECONDS);
    server = URI.create("ws://127.0.0.1:" + bound.address().getPort());
  }

  @AfterEach
  void close() {
    system.terminate();
  }

  private SimResult call(String token) throws Exception {
    return TwilioSim.call(
            new NetLine(system, client, server),
            SimSettings.of(Phone.BASE, token),
            SimScript.says(Phone.voice(100, 300)).hangsUpAt(Duration.ofMillis(2_500)))
        .toCompletableFuture()
        .get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void wholeCall_goesOverTheNetwork() throws Exception {
    SimResult result = call(Phone.TOKEN);
    assertThat(result.streams()).hasSize(1);
    assertThat(result.streams().getFirst().events(SimEvent.Media.class)).isNotEmpty();
    assertThat(result.streams().getFirst().bad()).isZero();
    assertThat(result.streams().getFirst().closeCode()).isEqualTo(CloseCode.NORMAL);
    assertThat(result.last()).containsExactly(new Verb.Hangup());
    assertThat(summary.get(PATIENCE, TimeUnit.SECONDS).why()).isEqualTo(Why.CALLER);
  }

  @Test
  void wrongToken_isRefused() {
    assertThatThrownBy(() -> call("wrong"))
        .hasCauseInstanceOf(SimRefused.class)
        .hasMessageContaining("403");
  }

  @Test
  void requestsThatAreNone_areRefused() throws Exception {
    assertThat(List.of(ask("/twilio/voice", "GET", ""), ask("/twilio/next", "PUT", "")))
        .containsOnly(405);
    assertThat(ask("/twilio/voice/no such agent".replace(" ", "%20"), "POST", "")).isEqualTo(404);
    assertThat(ask("/twilio/voice", "POST", "a".repeat(100_000))).isEqualTo(400);
    assertThat(ask("/twilio/voice", "POST", "CallSid=CA1")).isEqualTo(403);
  }

  private int ask(String path, String method, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }
}
