package dev.parley.app.live;

import dev.parley.audio.level.Level;
import dev.parley.engine.frame.Samples;

/** The last line of a live view: time, both levels, who does what, and the latest latency. */
final class StatusLine {

  /** Moves to the beginning of the line and empties it. */
  static final String ERASE = "\r\u001b[K";

  /** How wide the terminal is; the launcher knows. */
  private static final int COLUMNS = Math.max(2, Integer.getInteger("parley.columns", 80));

  private static final int BARS = 8;
  private static final double QUIETEST = -60;
  private static final double FALL = 0.8;

  private double time;
  private double callerLevel = QUIETEST;
  private double agentLevel = QUIETEST;
  private String caller = "listening";
  private String agent = "silent";
  private double latency = -1;

  void time(double millis) {
    time = millis;
    agentLevel = QUIETEST + (agentLevel - QUIETEST) * FALL; // while nothing is said, the bar falls
  }

  void caller(String does) {
    caller = does;
  }

  void agent(String does) {
    agent = does;
  }

  void latency(double millis) {
    latency = millis;
  }

  void callerLevel(Samples samples) {
    callerLevel = Level.of(samples).rms();
  }

  void agentLevel(Samples samples) {
    agentLevel = Level.of(samples).rms();
  }

  @Override
  public String toString() {
    String waited = latency < 0 ? "" : "  %4.0f ms".formatted(latency);
    String whole =
        "%8.1f s  caller [%s] %-9s  agent [%s] %-8s%s"
            .formatted(time / 1000, bars(callerLevel), caller, bars(agentLevel), agent, waited);
    return whole.substring(0, Math.min(whole.length(), COLUMNS - 1)); // or it would wrap
  }

  private static String bars(double level) {
    int full = (int) Math.round(Math.clamp((level - QUIETEST) / -QUIETEST, 0, 1) * BARS);
    return "#".repeat(full) + ".".repeat(BARS - full);
  }
}
