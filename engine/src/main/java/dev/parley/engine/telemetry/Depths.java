package dev.parley.engine.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much audio waits at the edges of one call. Each edge writes its own gauge, whoever wants to
 * know reads them. Safe for any thread.
 */
public final class Depths {

  /** What waits at one edge. */
  public static final class Gauge {
    private final AtomicLong nanos = new AtomicLong();

    private Gauge() {}

    /** So many samples wait. Called by the edge's own thread only. */
    public void set(long samples, int rate) {
      nanos.lazySet(samples * 1_000_000_000L / rate);
    }
  }

  private final Map<String, Gauge> byEdge = new ConcurrentHashMap<>();

  /** The gauge of an edge, by its name. */
  public Gauge of(String edge) {
    return byEdge.computeIfAbsent(edge, name -> new Gauge());
  }

  /** What waits at each edge by now. */
  public Map<String, Duration> snapshot() {
    Map<String, Duration> all = new TreeMap<>();
    byEdge.forEach((edge, gauge) -> all.put(edge, Duration.ofNanos(gauge.nanos.get())));
    return all;
  }
}
