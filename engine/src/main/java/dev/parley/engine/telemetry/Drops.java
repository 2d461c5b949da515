package dev.parley.engine.telemetry;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what one call threw away, edge by edge. Nothing in the engine drops audio without counting
 * it here. Safe for any thread.
 */
public final class Drops {

  /** Frames of replies that had been cut, or were never started. */
  public static final String STALE = "playout.stale";

  /** Frames of audio that were waiting when their reply was cut. */
  public static final String CUT = "playout.cut";

  private final Map<String, LongAdder> byEdge = new ConcurrentHashMap<>();

  public void count(String edge, long frames) {
    byEdge.computeIfAbsent(edge, e -> new LongAdder()).add(frames);
  }

  public long of(String edge) {
    LongAdder counted = byEdge.get(edge);
    return counted == null ? 0 : counted.sum();
  }

  /** All edges that dropped anything, by name. */
  public Map<String, Long> snapshot() {
    Map<String, Long> all = new TreeMap<>();
    byEdge.forEach((edge, frames) -> all.put(edge, frames.sum()));
    return all;
  }
}
