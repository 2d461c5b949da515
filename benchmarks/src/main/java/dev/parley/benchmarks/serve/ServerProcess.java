package dev.parley.benchmarks.serve;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link ServerMain} in a JVM of its own, all with the same options, and what it uses. */
final class ServerProcess implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private final Cores cores;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter commands;
  private final int port;

  private ServerProcess(Cores cores, Process process) throws IOException {
    this.cores = cores;
    this.process = process;
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = process.outputWriter(StandardCharsets.UTF_8);
    port = (int) number();
  }

  /**
   * Starts it with this program's class path and waits until it listens.
   *
   * @param model for ours, as in {@code scripted:think=0ms}
   */
  static ServerProcess start(Cores cores, ServerKind kind, String model) {
    List<String> command = new ArrayList<>(cores.before());
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(OPTIONS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName(),
            kind.word(),
            model));
    try {
      return new ServerProcess(
          cores,
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException("the server " + kind.word() + " did not start", e);
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** What it and its core have used so far, by the operating system's account. */
  Usage usage() {
    Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new Usage(cpu.toNanos() / 1e9, cores.busy());
  }

  /** Bytes of its heap in use after a collection. */
  long heap() {
    try {
      commands.write(ServerMain.HEAP + "\n");
      commands.flush();
      return number();
    } catch (IOException e) {
      throw new UncheckedIOException("the server is gone", e);
    }
  }

  /** The next line that is a number; a library may print others. */
  private long number() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (!line.isEmpty() && line.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Long.parseLong(line);
      }
    }
    throw new IOException("the server ended without an answer");
  }

  @Override
  public void close() {
    try {
      commands.close(); // it ends with its input
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
