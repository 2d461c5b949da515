package dev.parley.app.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program and all that it has started. Processes that have cut themselves off from it are known
 * by a mark in their environment, where the system shows that in {@code /proc}; elsewhere, or
 * without the mark, they are not found.
 */
final class ProcessTree {

  /** The variable that holds the mark. */
  static final String VARIABLE = "PARLEY_TOOL_CALL";

  private static final Path PROCESSES = Path.of("/proc");

  /** Who starts others while it is hunted may need a second look; a few are enough for anybody. */
  private static final int MOST_LOOKS = 5;

  private final ProcessHandle root;
  private final String mark;

  /**
   * @param mark what the variable holds, for this tree and no other
   */
  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = VARIABLE + "=" + mark;
  }

  /** Ends them all. Does nothing to the dead. */
  void end() {
    endWithChildren(root);
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      List<ProcessHandle> strays = marked();
      strays.forEach(ProcessTree::endWithChildren);
      if (strays.isEmpty()) {
        return;
      }
    }
  }

  /** Parents first, or they would have new children meanwhile. */
  private static void endWithChildren(ProcessHandle process) {
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    children.forEach(ProcessTree::endWithChildren);
  }

  private List<ProcessHandle> marked() {
    if (!Files.isDirectory(PROCESSES)) {
      return List.of();
    }
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> process.pid() != ProcessHandle.current().pid())
          .filter(process -> isMarked(process.pid()))
          .toList();
    }
  }

  private boolean isMarked(long pid) {
    return environment(pid).stream()
        .flatMap(all -> Stream.of(all.split("\0")))
        .anyMatch(mark::equals);
  }

  /** Nothing for those that are dead, or somebody else's. */
  private static Optional<String> environment(long pid) {
    try {
      byte[] all = Files.readAllBytes(PROCESSES.resolve(Long.toString(pid)).resolve("environ"));
      return Optional.of(new String(all, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
