package dev.parley.benchmarks.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who runs where: servers on one core, the driver on another, by {@code taskset}, which needs no
 * rights. Where it is missing, nobody is pinned.
 *
 * @param server the core of the servers
 * @param driver the core of the driver
 * @param pinned whether it works here
 */
record Cores(int server, int driver, boolean pinned) {

  private static final String TASKSET = "taskset";

  /** The first core for the servers and the last for the driver. */
  static Cores find() {
    int last = Runtime.getRuntime().availableProcessors() - 1;
    boolean works = last > 0 && run(List.of(TASKSET, "-c", "0", "true"));
    return new Cores(0, last, works);
  }

  /** The command that runs another on the servers' core. */
  List<String> before() {
    return pinned ? List.of(TASKSET, "-c", Integer.toString(server)) : List.of();
  }

  /** Moves this process to the driver's core. */
  boolean pinMyself() {
    return pinned
        && run(
            List.of(
                TASKSET,
                "-a",
                "-p",
                "-c",
                Integer.toString(driver),
                Long.toString(ProcessHandle.current().pid())));
  }

  /** How long the servers' core has been in use by anybody, in seconds; 0 if that is not known. */
  double busy() {
    Path stat = Path.of("/proc/stat");
    try {
      return pinned && Files.isReadable(stat) ? Usage.busy(Files.readAllLines(stat), server) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the use of the cores cannot be read", e);
    }
  }

  private static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is none
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return pinned
        ? "servers on core " + server + ", the driver on core " + driver
        : "nothing is pinned (taskset is missing, or there is one core only):"
            + " driver and servers disturb each other";
  }
}
