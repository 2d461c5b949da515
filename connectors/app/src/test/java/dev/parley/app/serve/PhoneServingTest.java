package dev.parley.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.engine.frame.Samples;
import dev.parley.sockets.ClientSettings;
import dev.parley.sockets.SocketClient;
import dev.parley.sockets.WsFrame;
import dev.parley.testkit.Frames;
import dev.parley.twilio.signature.PublicBase;
import dev.parley.twilio.sim.NetLine;
import dev.parley.twilio.sim.SimRefused;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.sim.SimSettings;
import dev.parley.twilio.sim.TwilioSim;
import dev.parley.twilio.voice.Verb;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Telephone calls to a server that runs, from their webhook to what follows. */
class PhoneServingTest {

  private static final int PATIENCE = 30;
  private static final PublicBase BASE = PublicBase.parse("https://voice.example.com");
  private static final String TOKEN = "a-token-of-some-length";
  private static final String PHONE =
      """
      twilio { public-base = "https://voice.example.com", auth-token = %s, greeting = none }
      """
          .formatted(TOKEN);

  private final Path folder;
  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "far-end");
  private final SocketClient client = SocketClient.start(system, ClientSettings.defaults());
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.parley");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<NetLine> lines = new ArrayList<>();

  PhoneServingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void endAll() throws Exception {
    logger.detachAppender(log);
    logger.setLevel(null); // as the root's again
    for (NetLine line : lines) {
      line.close().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
  }

  private NetLine line(Serving serving) {
    NetLine line =
        new NetLine(system, client, URI.create("ws://127.0.0.1:" + serving.address().getPort()));
    lines.add(line);
    return line;
  }

  private CompletableFuture<SimResult> call(Serving serving, String agent, SimScript script) {
    SimSettings settings = SimSettings.of(BASE, TOKEN).withAgent(agent);
    return TwilioSim.call(line(serving), settings, script).toCompletableFuture();
  }

  private static SimResult held(CompletableFuture<SimResult> call) throws Exception {
    return call.get(PATIENCE, TimeUnit.SECONDS);
  }

  /** Speaks for so long, and is silent for as long behind it. */
  private static Samples voice(int millis) {
    short[] pcm = new short[2 * millis * SimScript.RATE / 1_000];
    Frames.tone(300, SimScript.RATE, pcm.length / 2).copyTo(pcm, 0);
    return Samples.wrap(pcm);
  }

  /** How many samples of what they heard are no silence. */
  private static long sounds(SimReport stream) {
    long count = 0;
    for (int i = 0; i < stream.agent().count(); i++) {
      count += stream.agent().at(i) == 0 ? 0 : 1;
    }
    return count;
  }

  private static void stop(Serving serving) throws Exception {
    serving.stop().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void call_isAnswered_counted_andALineOfTheLog() throws Exception {
    Serving serving = Servers.start(folder, PHONE + "serve.hosts = [api.example.com]\n");
    try {
      SimResult result =
          held(call(serving, "", SimScript.says(voice(700)).hangsUpAt(Duration.ofMillis(2_700))));

      assertThat(result.streams()).hasSize(1);
      assertThat(sounds(result.streams().getFirst())).isGreaterThan(SimScript.RATE / 4);
      assertThat(serving.greeting(Optional.empty()))
          .contains(
              "  phone    https://voice.example.com/twilio/voice : the webhook (POST) for Twilio");
    } finally {
      stop(serving);
    }
    assertThat(log.list)
        .filteredOn(event -> event.getFormattedMessage().contains("telephone call over"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getKeyValuePairs().toString())
                    .contains("agent=\"default\"", "end=\"CALLER\"", "turns=\"1\"")
                    .doesNotContain("+1500"));
    assertThat(log.list)
        .as("the house has said it already")
        .noneMatch(event -> event.getFormattedMessage().equals("session ended"));
  }

  @Test
  void metrics_knowTelephoneCalls() throws Exception {
    Serving serving = Servers.start(folder, PHONE);
    try {
      held(call(serving, "", SimScript.says(voice(400)).hangsUpAt(Duration.ofMillis(1_600))));

      assertThat(Client.get(serving, "/metrics").body())
          .containsPattern("parley_replies_total\\{[^}]*} 1");
    } finally {
      stop(serving);
    }
  }

  @Test
  void agentOfItsOwn_greetsInItsWords_andOneThatIsUnknownTakesNoCall() throws Exception {
    Serving serving =
        Servers.start(folder, PHONE + "twilio.agents.shop.greeting = \"Welcome to the shop.\"\n");
    SimScript silent = SimScript.says(Samples.silence(80)).hangsUpAt(Duration.ofMillis(900));
    try {
      SimResult shop = held(call(serving, "shop", silent));
      SimResult nobody = held(call(serving, "help", silent));

      assertThat(sounds(shop.streams().getFirst())).isPositive();
      assertThat(nobody.streams()).isEmpty();
      assertThat(nobody.last()).hasSize(2).last().isEqualTo(new Verb.Hangup());
      assertThat(serving.greeting(Optional.empty()))
          .anyMatch(text -> text.endsWith("; agents of their own: /shop"));
    } finally {
      stop(serving);
    }
  }

  @Test
  void seats_areSharedWithSessions() throws Exception {
    Serving serving = Servers.start(folder, PHONE + "limits.sessions.per-node = 1\n");
    SimScript script = SimScript.says(Samples.silence(80)).hangsUpAt(Duration.ofMillis(100));
    try (Client session = Client.connect(serving)) {
      session.await("session.created");

      SimResult result = held(call(serving, "", script));

      assertThat(result.streams()).isEmpty();
      assertThat(result.last().getFirst())
          .isInstanceOfSatisfying(
              Verb.Say.class, said -> assertThat(said.text()).contains("lines are busy"));
    } finally {
      stop(serving);
    }
  }

  @Test
  void callsAtOnce_areLimitedByThemselves() throws Exception {
    Serving serving = Servers.start(folder, PHONE + "twilio.calls = 1\n");
    SimScript quiet = SimScript.says(Samples.silence(80));
    try {
      CompletableFuture<SimResult> first =
          call(serving, "", quiet.hangsUpAt(Duration.ofSeconds(2)));
      SimSettings other = SimSettings.of(BASE, TOKEN).withSeed(2);
      awaitCall(serving);
      SimResult second = held(TwilioSim.call(line(serving), other, quiet).toCompletableFuture());

      assertThat(second.streams()).isEmpty();
      assertThat(held(first).streams()).hasSize(1);
    } finally {
      stop(serving);
    }
  }

  @Test
  void signatureThatIsWrong_isRefused_atTheWebhookAndAtTheSocket() throws Exception {
    Serving serving = Servers.start(folder, PHONE);
    try {
      SimSettings wrong = SimSettings.of(BASE, "another-token");
      assertThatThrownBy(
              () ->
                  held(
                      TwilioSim.call(line(serving), wrong, SimScript.says(Samples.silence(80)))
                          .toCompletableFuture()))
          .cause()
          .isInstanceOfSatisfying(
              SimRefused.class, refused -> assertThat(refused.status()).isEqualTo(403));
      CompletableFuture<Done> socket =
          line(serving)
              .connect("/twilio/media", "nonsense", Flow.<WsFrame>create())
              .toCompletableFuture();
      assertThatThrownBy(() -> socket.get(PATIENCE, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              SimRefused.class, refused -> assertThat(refused.status()).isEqualTo(403));
    } finally {
      stop(serving);
    }
  }

  @Test
  void drain_waitsForTheCall_andTakesNoNewOne() throws Exception {
    Serving serving = Servers.start(folder, PHONE + "serve.drain = 1m\ntwilio.silence = 2s\n");
    CompletableFuture<SimResult> call =
        call(serving, "", SimScript.says(Samples.silence(80)).neverHangsUp());
    awaitCall(serving);
    CompletableFuture<Done> stopped = serving.stop().toCompletableFuture();

    assertThat(Client.get(serving, "/readyz").statusCode()).isEqualTo(503);
    SimResult second =
        held(
            TwilioSim.call(
                    line(serving),
                    SimSettings.of(BASE, TOKEN).withSeed(2),
                    SimScript.says(Samples.silence(80)))
                .toCompletableFuture());
    assertThat(second.streams()).isEmpty();
    assertThat(held(call).last())
        .as("what follows is still told")
        .containsExactly(new Verb.Hangup());
    stopped.get(PATIENCE, TimeUnit.SECONDS);
    assertThat(log.list)
        .filteredOn(event -> event.getFormattedMessage().contains("telephone call over"))
        .singleElement()
        .satisfies(
            event -> assertThat(event.getKeyValuePairs().toString()).contains("end=\"SILENCE\""));
  }

  @Test
  void endOfTheDrain_endsCallsThatStillRun() throws Exception {
    Serving serving = Servers.start(folder, PHONE + "serve.drain = 0s\n");
    CompletableFuture<SimResult> call =
        call(serving, "", SimScript.says(Samples.silence(80)).neverHangsUp());

    awaitCall(serving);
    stop(serving);

    assertThat(log.list)
        .filteredOn(event -> event.getFormattedMessage().contains("telephone call over"))
        .singleElement()
        .satisfies(
            event -> assertThat(event.getKeyValuePairs().toString()).contains("end=\"STOPPING\""));
    assertThat(held(call).streams().getFirst().byServer()).isTrue();
    assertThat(call.get().last().getFirst())
        .as("Twilio asks for it anew, and nobody takes it")
        .isInstanceOf(Verb.Say.class);
  }

  /** Until the call has its seat, which its webhook has not. */
  private static void awaitCall(Serving serving) throws Exception {
    while (!Client.get(serving, "/metrics").body().contains("parley_sessions_open 1.0")) {
      // each request takes its time
    }
  }
}
