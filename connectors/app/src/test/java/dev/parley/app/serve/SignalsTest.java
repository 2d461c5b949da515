package dev.parley.app.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program itself, as a process of its own, and the signals that end it. */
class SignalsTest {

  private static final Pattern PORT = Pattern.compile("Parley listens at ws://127.0.0.1:(\\d+)/.*");
  private static final int PATIENCE = 60;

  private final Path log;

  SignalsTest(@TempDir Path folder) {
    log = folder.resolve("log");
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void secondSignal_whileASessionRuns_endsAtOnce_andSaysSo(String signal, int code)
      throws Exception {
    Process process = start();
    try (Client client = Client.connect(port(process))) {
      client.await("session.created");
      assumeTrue(hears(process, code - 128), "this signal is ignored here");

      signal(process, signal);
      client.ask("still there?"); // the session goes on, so it drains
      assertThat(process.isAlive()).isTrue();
      signal(process, signal);

      assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(code);
      assertThat(messages())
          .contains("server started", "server drains")
          .endsWith("told to stop again: ends at once");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void oneSignal_whenNobodyIsThere_isAGoodEnd() throws Exception {
    Process process = start();
    try {
      port(process);

      signal(process, "TERM");

      assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(messages()).containsExactly("server started", "server drains", "server stopped");
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    assumeTrue(File.separatorChar == '/', "signals are sent with kill");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED"); // as the program's manifest says
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow"); // or it warns, as the launcher knows
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.parley.app.Main"));
    command.addAll(List.of("serve", "--port", "0", "--vad", "energy"));
    command.addAll(List.of("--model", "scripted:think=0ms,reply=1s"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    builder.environment().put("PARLEY_LOG_FORMAT", "json");
    return builder.start();
  }

  /** Waits for the greeting, which is told once signals are listened to. */
  private static int port(Process process) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher greeting = PORT.matcher(line);
      if (greeting.matches()) {
        return Integer.parseInt(greeting.group(1));
      }
    }
    throw new AssertionError("the server does not start");
  }

  /** Who starts programs in the background may have them ignore Ctrl-C, as shells do. */
  private static boolean hears(Process process, int number) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return true;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(ignored, 16) >> (number - 1) & 1) == 0;
  }

  private static void signal(Process process, String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** What the log says; each line of it is an object. */
  private List<String> messages() throws IOException {
    List<String> messages = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode event = new ObjectMapper().readTree(line);
      assertThat(event.fieldNames()).toIterable().startsWith("time", "level", "logger", "message");
      messages.add(event.path("message").asText());
    }
    return messages;
  }
}
