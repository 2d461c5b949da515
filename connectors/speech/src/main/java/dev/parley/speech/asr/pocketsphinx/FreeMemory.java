package dev.parley.speech.asr.pocketsphinx;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory can still be had. What the JVM calls free leaves out the files that Linux keeps
 * in memory only as long as nobody wants it: there, the kernel's own estimate is taken.
 */
final class FreeMemory {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern LINE = Pattern.compile("(\\w+):\\s+(\\d{1,15}) kB");

  /** Both count the same memory, but not to the last page. */
  private static final double SAME = 0.95;

  private FreeMemory() {}

  /** In bytes; empty where the platform does not tell. */
  static OptionalLong bytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? OptionalLong.of(bytes(meminfo(), system.getTotalMemorySize(), system.getFreeMemorySize()))
        : OptionalLong.empty();
  }

  /**
   * Chooses.
   *
   * @param meminfo the lines of {@code /proc/meminfo}; none where there is no such file
   * @param total what the JVM may use; in a container that is less than the machine has, of whose
   *     memory alone the file tells
   * @param free what the JVM calls free
   */
  static long bytes(List<String> meminfo, long total, long free) {
    Optional<Long> machine = find(meminfo, "MemTotal");
    Optional<Long> available = find(meminfo, "MemAvailable");
    boolean isOurs = machine.isPresent() && total >= machine.get() * SAME;
    return isOurs ? available.orElse(free) : free;
  }

  private static Optional<Long> find(List<String> meminfo, String name) {
    return meminfo.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(1).equals(name))
        .map(line -> Long.parseLong(line.group(2)) * 1024)
        .findFirst();
  }

  private static List<String> meminfo() {
    try {
      return Files.readAllLines(MEMINFO);
    } catch (IOException e) {
      return List.of(); // not on Linux
    }
  }
}
