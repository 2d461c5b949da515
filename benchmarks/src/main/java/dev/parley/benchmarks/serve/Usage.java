package dev.parley.benchmarks.serve;

/**
 * What a process has used so far, in seconds.
 *
 * @param cpu of CPU time, all threads
 * @param waited that its threads were ready to run, but others had the core; 0 where the system
 *     does not tell
 */
record Usage(double cpu, double waited) {

  /** For a server that is not measured. */
  static final Usage NONE = new Usage(0, 0);

  Usage since(Usage before) {
    return new Usage(cpu - before.cpu, waited - before.waited);
  }

  /**
   * The time that a thread waited for a core.
   *
   * @param schedstat what Linux tells of it: nanoseconds on a core, nanoseconds waiting, slices
   */
  static double waited(String schedstat) {
    String[] fields = schedstat.trim().split(" ", -1);
    return fields.length < 2 ? 0 : Long.parseLong(fields[1]) / 1e9;
  }
}
