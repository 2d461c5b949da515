package docs.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.server.Models;
import dev.parley.server.RealtimeServer;
import dev.parley.server.ServerParts;
import dev.parley.server.ServerSettings;
import dev.parley.sockets.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The programs for Node, as they stand on the page, with the packages that the clients' tests use.
 */
class NodeClientsTest {

  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path PACKAGES = Path.of("..", "conformance", "src", "test", "node");
  private static final Path WORK = Path.of("target", "node");
  private static final String LOCK = "package-lock.json";
  private static final int OLDEST = 20;
  private static final int PATIENCE = 30;
  private static final int PATIENCE_TO_INSTALL = 300;

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "node-clients");
  private final List<RealtimeServer> servers = new ArrayList<>();

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    assumeTrue(
        version() >= OLDEST, "the clients for JavaScript need node, 20.10 or newer, and npm");
    Files.createDirectories(WORK);
    boolean fresh =
        Files.exists(WORK.resolve("node_modules/.package-lock.json"))
            && Files.mismatch(WORK.resolve(LOCK), PACKAGES.resolve(LOCK)) < 0;
    copy(PACKAGES, LOCK);
    copy(PACKAGES, "package.json");
    if (!fresh) {
      List<String> npm =
          List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts");
      Result installed = run(npm, Map.of(), PATIENCE_TO_INSTALL);
      assertThat(installed.code()).as(installed.output()).isZero();
    }
  }

  @AfterEach
  void end() throws Exception {
    for (RealtimeServer server : servers) {
      server.stop(Duration.ZERO).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void openai_talksOverTls_andTrustsTheCertificateThatWasWritten() throws Exception {
    copy(SOURCES, "openai.mjs");
    Path pem = WORK.resolve("parley-cert.pem").toAbsolutePath();
    int port = serve(TlsSettings.selfSigned(pem));

    Result result =
        run(
            List.of("node", "openai.mjs"),
            Map.of(
                "NODE_EXTRA_CA_CERTS",
                pem.toString(),
                "OPENAI_BASE_URL",
                "https://127.0.0.1:" + port + "/v1",
                "OPENAI_API_KEY",
                "none"),
            PATIENCE);

    assertAnswered(result);
  }

  @Test
  void agents_talkInPlainText() throws Exception {
    int port = serve(TlsSettings.none());
    String program = Files.readString(SOURCES.resolve("agents.mjs"));
    assertThat(program).contains("127.0.0.1:8080");
    Files.writeString(
        WORK.resolve("agents.mjs"), program.replace("127.0.0.1:8080", "127.0.0.1:" + port));

    Result result =
        run(List.of("node", "agents.mjs"), Map.of("OPENAI_AGENTS_DISABLE_TRACING", "1"), PATIENCE);

    assertAnswered(result);
  }

  private int serve(TlsSettings tls) throws Exception {
    ServerSettings settings = ServerSettings.defaults();
    ScriptedModel model = new ScriptedModel(ScriptedSettings.defaults(), new ToneVoice());
    RealtimeServer server =
        RealtimeServer.start(
                system,
                settings.withSockets(settings.sockets().withAddress("127.0.0.1", 0).withTls(tls)),
                ServerParts.of(Models.always(model), EnergyDetector.energy()))
            .toCompletableFuture()
            .get(PATIENCE, TimeUnit.SECONDS);
    servers.add(server);
    return server.address().getPort();
  }

  private static void assertAnswered(Result result) {
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output().strip()).startsWith("Thank you for calling").hasLineCount(1);
  }

  private static void copy(Path from, String name) throws IOException {
    Files.copy(from.resolve(name), WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The major version of Node, 0 if there is none. */
  private static int version() throws InterruptedException {
    try {
      Files.createDirectories(WORK);
      String text = run(List.of("node", "--version"), Map.of(), PATIENCE).output().strip();
      return Integer.parseInt(text.replaceAll("^v(\\d+)\\..*$", "$1"));
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private record Result(int code, String output) {}

  private static Result run(List<String> command, Map<String, String> variables, long seconds)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(WORK, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      boolean over = process.waitFor(seconds, TimeUnit.SECONDS);
      String text = Files.readString(output);
      return over
          ? new Result(process.exitValue(), text)
          : new Result(-1, text + "\nit took more than " + seconds + " s");
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
