package dev.parley.conformance.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.frames.WireFrame;
import dev.parley.conformance.frames.WireFrame.Side;
import dev.parley.conformance.schema.FrameSchemas;
import dev.parley.conformance.tap.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs scenarios with Node: from the sources' copy in the build folder, where packages may lie. */
final class NodeRunner {

  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path WORK = Path.of("target", "node");
  private static final int OLDEST = 20;
  private static final long SECONDS = 30;
  private static final long SECONDS_TO_INSTALL = 300;

  private NodeRunner() {}

  /** Skips the test where there is no Node, and installs the packages where they are not yet. */
  static void prepare() throws IOException, InterruptedException {
    assumeTrue(
        version() >= OLDEST, "the clients for JavaScript need node, 20.10 or newer, and npm");
    Path lock = WORK.resolve("package-lock.json");
    boolean fresh =
        Files.exists(WORK.resolve("node_modules/.package-lock.json"))
            && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
    Files.createDirectories(WORK);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.copy(file, WORK.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!fresh) {
      Result installed =
          run(
              List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"),
              Map.of(),
              SECONDS_TO_INSTALL);
      assertThat(installed.code()).as(installed.output()).isZero();
    }
  }

  /** Runs a scenario, and judges the frames that it has put on record itself. */
  static void run(String scenario, Line line) throws IOException, InterruptedException {
    Path frames = WORK.resolve(scenario + ".jsonl");
    Files.deleteIfExists(frames);
    Result result =
        run(
            List.of("node", "--experimental-websocket", "run.mjs", scenario),
            Map.of(
                "PARLEY_URL",
                line.url(),
                "PARLEY_KEY",
                line.key(),
                "PARLEY_FRAMES",
                frames.toAbsolutePath().toString(),
                "NODE_TLS_REJECT_UNAUTHORIZED",
                "0", // the certificate is self-signed
                "NODE_NO_WARNINGS",
                "1",
                "OPENAI_AGENTS_DISABLE_TRACING",
                "1"),
            SECONDS);
    Recording recording = recording(frames);
    assertThat(result.code()).as(result.output() + "\n" + recording.transcript()).isZero();
    assertThat(recording.violations()).as(recording.transcript()).isEmpty();
  }

  private static Recording recording(Path frames) throws IOException {
    Recording recording = new Recording(new FrameSchemas());
    ObjectMapper json = new ObjectMapper();
    for (String text : Files.exists(frames) ? Files.readAllLines(frames) : List.<String>of()) {
      JsonNode read = json.readTree(text);
      Side from = read.path("from").asText().equals("server") ? Side.SERVER : Side.CLIENT;
      recording.add(new WireFrame(from, read.path("frame")));
    }
    return recording;
  }

  /** The major version of Node, 0 if there is none. */
  private static int version() throws InterruptedException {
    try {
      Files.createDirectories(WORK);
      String text = run(List.of("node", "--version"), Map.of(), SECONDS).output().strip();
      return Integer.parseInt(text.replaceAll("^v(\\d+)\\..*$", "$1"));
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private record Result(int code, String output) {}

  private static Result run(List<String> command, Map<String, String> environment, long seconds)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(WORK, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean over = process.waitFor(seconds, TimeUnit.SECONDS);
      String text = Files.readString(output, UTF_8);
      return over
          ? new Result(process.exitValue(), text)
          : new Result(-1, text + "\nit took more than " + seconds + " s");
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
