package dev.parley.app.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Carries a tool out by a program: arguments on its standard input, the answer from its standard
 * output, and no shell between. Blocks; safe for several threads at once.
 *
 * <p>The program sees the search path of this one and nothing else of its environment. What it
 * writes lies in a file of its own until it has ended, for a pipe would stay open as long as any
 * process that it left behind. When its time is over, it is killed with all that it has started,
 * see {@link ProcessTree}; what a program leaves behind that has answered in time lives on.
 */
final class CommandRun {

  /** A pipe takes so much without anybody reading it. */
  private static final int LONGEST_ARGUMENTS = 32 * 1024;

  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Optional<String> PATH = Optional.ofNullable(System.getenv("PATH"));

  private final List<String> command;
  private final Duration timeout;
  private final Path folder;

  /**
   * @param folder what it works in
   */
  CommandRun(Run.Command run, Path folder) {
    this.command = run.command();
    this.timeout = run.timeout();
    this.folder = folder;
  }

  String call(String arguments) throws IOException, InterruptedException, ToolFailed {
    byte[] input = arguments.getBytes(StandardCharsets.UTF_8);
    if (input.length > LONGEST_ARGUMENTS) {
      throw new ToolFailed("the arguments are too long for this tool");
    }
    Path answer = Files.createTempFile("parley-tool-", ".out"); // for the owner's eyes only
    try {
      String mark = String.valueOf(answer.getFileName());
      Process process = start(answer, mark);
      boolean ended = false;
      try {
        give(process, input);
        await(process, answer);
        ended = true;
      } finally {
        if (!ended) {
          new ProcessTree(process.toHandle(), mark).end();
        }
      }
      if (process.exitValue() != 0) {
        throw new ToolFailed("the tool failed with exit code " + process.exitValue());
      }
      return Output.of(Files.readAllBytes(answer));
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  private Process start(Path answer, String mark) throws ToolFailed {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.clear();
    PATH.ifPresent(path -> environment.put("PATH", path));
    environment.put("LANG", "C.UTF-8");
    environment.put(ProcessTree.VARIABLE, mark);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ToolFailed("the tool's program could not be started");
    }
  }

  private static void give(Process process, byte[] input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    } catch (IOException e) {
      // it has ended, or closed its input: not every tool cares for its arguments
    }
  }

  private void await(Process process, Path answer)
      throws IOException, InterruptedException, ToolFailed {
    long looks = timeout.toMillis() / LOOK.toMillis();
    for (long i = 0; i <= looks; i++) {
      if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      if (Files.size(answer) > Output.LONGEST) {
        throw Output.tooLong();
      }
    }
    throw new ToolFailed("the tool did not answer in time");
  }
}
