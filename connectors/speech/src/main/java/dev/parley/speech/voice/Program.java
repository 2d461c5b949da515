package dev.parley.speech.voice;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A command-line program that answers a text on its standard input with bytes on its standard
 * output. Its complaints are thrown away, so that they cannot hold it up; of our environment it
 * sees only what it needs to run. Safe for several threads at once.
 */
final class Program {

  /** Takes what it answers, as it comes. */
  interface Listener {

    /** Takes the first {@code count} bytes; answers false when no more is wanted. */
    boolean bytes(byte[] buffer, int count);
  }

  private static final Set<String> SEEN =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "ESPEAK_DATA_PATH");

  private final String name;
  private final Duration patience;

  Program(String name, Duration patience) {
    this.name = name;
    this.patience = patience;
  }

  /** Whether there is such a file that may be run. Never throws. */
  boolean isThere(Map<String, String> environment) {
    try {
      if (name.contains(File.separator)) {
        return isProgram(Path.of(name));
      }
      return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
          .filter(folder -> !folder.isEmpty())
          .flatMap(folder -> List.of(name, name + ".exe").stream().map(f -> Path.of(folder, f)))
          .anyMatch(Program::isProgram);
    } catch (InvalidPathException | SecurityException e) {
      return false;
    }
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /**
   * Runs it to its end, or until the listener wants no more; then it is killed.
   *
   * @throws IllegalStateException in one sentence if it cannot be run, hangs or fails
   */
  void run(List<String> arguments, String input, Listener listener) {
    Process process = start(arguments);
    try {
      Watch watch = new Watch(process, patience);
      write(process, watch, input);
      byte[] buffer = new byte[4_096];
      boolean wanted = true;
      int count = read(process, watch, buffer);
      while (wanted && count >= 0) {
        wanted = listener.bytes(buffer, count);
        count = wanted ? read(process, watch, buffer) : -1;
      }
      if (wanted) {
        expectSuccess(process, watch);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(SEEN);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s cannot be run: install it, or choose another voice".formatted(name), e);
    }
  }

  /** If it goes away before it has read everything, its exit code says why. */
  private static void write(Process process, Watch watch, String input) {
    try (OutputStream to = process.getOutputStream()) {
      watch.during(
          () -> {
            to.write(input.getBytes(StandardCharsets.UTF_8));
            to.flush();
            return 0;
          });
    } catch (IOException e) {
      watch.note(e);
    }
  }

  private int read(Process process, Watch watch, byte[] buffer) {
    try {
      return watch.during(() -> process.getInputStream().read(buffer));
    } catch (IOException e) {
      if (watch.isOver()) {
        throw hung();
      }
      throw new IllegalStateException(name + " broke off", e);
    }
  }

  private void expectSuccess(Process process, Watch watch) {
    boolean ended = false;
    try {
      ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
    if (!ended || watch.isOver()) {
      throw hung();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "%s stopped with exit code %d".formatted(name, process.exitValue()), watch.noted());
    }
  }

  private IllegalStateException hung() {
    return new IllegalStateException(
        "%s was silent for %d ms and was stopped".formatted(name, patience.toMillis()));
  }

  /** With whatever it has started, which could hold its output open. */
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
