package dev.parley.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.app.config.Flag;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server from its start to its end, with a client that is not ours. */
class ServingTest {

  private final Path folder;

  ServingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void server_answersProbesModelsMetrics_andATurn() throws Exception {
    Serving serving = Servers.start(folder, "");
    try (Client client = Client.connect(serving)) {
      assertThat(Client.get(serving, "/healthz").body()).isEqualTo("ok\n");
      assertThat(Client.get(serving, "/readyz").statusCode()).isEqualTo(200);
      assertThat(Client.get(serving, "/v1/models").body()).contains("\"id\":\"scripted\"");
      assertThat(client.ask("hello").at("/response/status").asText()).isEqualTo("completed");
      HttpResponse<String> metrics = Client.get(serving, "/metrics");
      assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(metrics.body())
          .contains("parley_sessions_open 1.0", "parley_replies_total{lane=\"main\"")
          .contains("parley_connections_opened_total 1.0");
    } finally {
      stop(serving);
    }
  }

  @Test
  void greeting_saysWhereWhoAndHow() throws Exception {
    Serving serving = Servers.start(folder, "");
    try {
      int port = serving.address().getPort();
      assertThat(serving.greeting(Optional.of(Path.of("parley.conf"))))
          .contains(
              "Parley listens at ws://127.0.0.1:" + port + "/v1/realtime",
              "  page     http://127.0.0.1:" + port + "/ : open it and talk",
              "  models   scripted, whatever name is asked for",
              "  keys     none needed on this machine",
              "  config   parley.conf",
              "  client   export OPENAI_BASE_URL=http://127.0.0.1:"
                  + port
                  + "/v1 OPENAI_API_KEY=none");
    } finally {
      stop(serving);
    }
  }

  @Test
  void page_isHandedOutWithoutAKey() throws Exception {
    Serving serving = Servers.start(folder, "keys.shop.key = a-key-of-some-length\n");
    try {
      HttpResponse<String> page = Client.get(serving, "/");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<title>");
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    } finally {
      stop(serving);
    }
  }

  @Test
  void page_isLeftOut_whereItIsNotWanted() throws Exception {
    Serving serving = Servers.start(folder, "serve.page = false\n");
    try {
      assertThat(Client.get(serving, "/").statusCode()).isEqualTo(404);
      assertThat(Client.get(serving, "/main.js").statusCode()).isEqualTo(404);
      assertThat(Client.get(serving, "/healthz").statusCode()).isEqualTo(200);
      assertThat(serving.greeting(Optional.empty()))
          .noneMatch(line -> line.contains(" page ") || line.contains("open it"));
    } finally {
      stop(serving);
    }
  }

  @Test
  void keys_areNeeded_whereTheyAreListed() throws Exception {
    Serving serving =
        Servers.start(folder, "keys.shop.key = a-key-of-some-length\nserve.host = 0.0.0.0\n");
    try (Client client = Client.connect(serving, "a-key-of-some-length")) {
      client.await("session.created");
      assertThat(Client.get(serving, "/v1/models").statusCode()).isEqualTo(401);
      assertThatThrownBy(() -> Client.connect(serving, "a-key-of-other-length"))
          .hasStackTraceContaining("code 401");
      assertThat(serving.greeting(Optional.empty()))
          .contains("  keys     needed; accounts: shop")
          .first()
          .asString()
          .endsWith("/v1/realtime, and at all addresses");
    } finally {
      stop(serving);
    }
  }

  @Test
  void firstSignal_drains_andTellsThoseWhoAreLeft() throws Exception {
    Serving serving = Servers.start(folder, "serve.drain = 1s");
    List<Integer> halted = new CopyOnWriteArrayList<>();
    Departure departure = new Departure(serving::stop, halted::add);
    try (Client client = Client.connect(serving)) {
      client.await("session.created");

      departure.signalled(15);

      assertThat(Client.get(serving, "/readyz").statusCode()).isEqualTo(503);
      assertThatThrownBy(() -> Client.connect(serving)).hasStackTraceContaining("code 503");
      assertThat(client.ask("hello").at("/response/status").asText()).isEqualTo("completed");
      assertThat(client.closeCode()).isEqualTo(1012);
      departure.await();
      assertThat(serving.sessions()).isZero();
      assertThat(halted).isEmpty();
    }
  }

  @Test
  void secondSignal_endsAtOnce_withItsExitCode() {
    List<Integer> halted = new ArrayList<>();
    Departure departure = new Departure(CompletableFuture::new, halted::add);

    departure.signalled(2);
    assertThat(halted).isEmpty();
    departure.signalled(2);
    assertThat(halted).containsExactly(130);
  }

  @Test
  void stopThatFails_isNotTakenForAGoodEnd() {
    Departure departure =
        new Departure(
            () -> CompletableFuture.failedStage(new IllegalStateException("no")), code -> {});

    departure.signalled(15);

    assertThatThrownBy(departure::await).isInstanceOf(ExecutionException.class);
  }

  @Test
  void portThatIsTaken_isToldInOneSentence() throws Exception {
    Serving serving = Servers.start(folder, "");
    try {
      String port = String.valueOf(serving.address().getPort());
      assertThatThrownBy(() -> Servers.start(folder, "", new Flag("--port", "serve.port", port)))
          .isInstanceOf(StartFailure.class)
          .hasMessage(
              "port "
                  + port
                  + " of 127.0.0.1 is taken: end the program that has it, or choose another one"
                  + " with --port");
    } finally {
      stop(serving);
    }
  }

  @Test
  void addressOfAnotherMachine_isToldInOneSentence() {
    assertThatThrownBy(
            () ->
                Servers.start(
                    folder, "keys.a.key = a-key-of-some-length\nserve.host = 192.0.2.1\n"))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("this machine has no address 192.0.2.1");
  }

  @Test
  void certificateThatIsNone_isToldInOneSentence() throws Exception {
    Files.writeString(folder.resolve("c.pem"), "no certificate");

    assertThatThrownBy(
            () -> Servers.start(folder, "serve.tls { certificate = c.pem, key = c.pem }"))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("c.pem")
        .hasMessageContaining("PEM");
  }

  @Test
  void selfSigned_isWrittenDown_andTold() throws Exception {
    Serving serving =
        Servers.start(folder, "serve.tls { self-signed = true, trust-file = cert.pem }");
    try {
      assertThat(folder.resolve("cert.pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
      assertThat(serving.greeting(Optional.empty()))
          .contains("  trust    export NODE_EXTRA_CA_CERTS=" + folder.resolve("cert.pem"))
          .first()
          .asString()
          .startsWith("Parley listens at wss://");
    } finally {
      stop(serving);
    }
  }

  private static void stop(Serving serving) throws Exception {
    serving.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
