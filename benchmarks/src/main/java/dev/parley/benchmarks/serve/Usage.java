package dev.parley.benchmarks.serve;

import java.util.Arrays;
import java.util.List;

/**
 * What has been used so far, in seconds.
 *
 * @param cpu of CPU time, by all threads of a server
 * @param core of its core, by anybody; 0 where the system does not tell
 */
record Usage(double cpu, double core) {

  /** For a server that is not measured. */
  static final Usage NONE = new Usage(0, 0);

  private static final double TICKS = 100; // a second, in what Linux tells of its cores
  private static final int IDLE = 4; // in the list: name, user, nice, system, idle, iowait...
  private static final int WAITING_FOR_DISKS = 5;
  private static final int STEAL = 8;

  Usage since(Usage before) {
    return new Usage(cpu - before.cpu, core - before.core);
  }

  /**
   * How long a core has been in use, by programs, the kernel or other virtual machines.
   *
   * @param stat the lines of Linux's {@code /proc/stat}
   * @param core counted from 0
   */
  static double busy(List<String> stat, int core) {
    return stat.stream()
        .map(line -> line.trim().split(" +"))
        .filter(fields -> fields[0].equals("cpu" + core))
        .findFirst()
        .map(Usage::busy)
        .orElse(0.0);
  }

  private static double busy(String[] fields) {
    double ticks =
        Arrays.stream(fields).limit(STEAL + 1).skip(1).mapToDouble(Double::parseDouble).sum();
    return (ticks
            - Double.parseDouble(fields[IDLE])
            - Double.parseDouble(fields[WAITING_FOR_DISKS]))
        / TICKS;
  }
}
