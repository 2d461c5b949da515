package dev.parley.prometheus;

import dev.parley.engine.telemetry.Depths;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are open. Bounded: a call whose end never comes is forgotten when there are too
 * many younger ones. Safe for any thread.
 */
final class LiveCalls {

  private final Series series;
  private final MetricsSettings settings;
  private final Map<String, LiveCall> byId = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, LiveCall> byAge = new ConcurrentSkipListMap<>();
  private final AtomicLong opened = new AtomicLong();

  LiveCalls(Series series, MetricsSettings settings) {
    this.series = series;
    this.settings = settings;
  }

  void open(String callId, Depths depths) {
    LiveCall call = new LiveCall(callId, opened.incrementAndGet(), depths, series, settings);
    byAge.put(call.number(), call);
    LiveCall before = byId.put(callId, call);
    if (before != null) {
      byAge.remove(before.number());
      forget(before);
    }
    while (byId.size() > settings.mostCalls()) {
      Map.Entry<Long, LiveCall> oldest = byAge.pollFirstEntry();
      if (oldest == null) {
        return;
      }
      LiveCall old = oldest.getValue();
      if (byId.remove(old.callId(), old)) {
        forget(old);
      }
    }
  }

  @Nullable LiveCall find(String callId) {
    return byId.get(callId);
  }

  /** Takes a call out, and says so only once. */
  Optional<LiveCall> remove(String callId) {
    LiveCall gone = byId.remove(callId);
    if (gone != null) {
      byAge.remove(gone.number());
    }
    return Optional.ofNullable(gone);
  }

  int size() {
    return byAge.size();
  }

  /** What waits now at each edge. */
  Map<String, Waiting> waiting() {
    Words edges = series.wordsOf(Metric.QUEUE);
    Map<String, Waiting> all = new TreeMap<>();
    edges.known().forEach(edge -> all.put(edge, new Waiting(0, 0)));
    Collection<LiveCall> calls = byId.values();
    for (LiveCall call : calls) {
      for (Map.Entry<String, Duration> edge : call.depths().snapshot().entrySet()) {
        long nanos = Nanos.of(edge.getValue());
        all.merge(edges.of(edge.getKey()), new Waiting(nanos, nanos), Waiting::and);
      }
    }
    return all;
  }

  /** What waits at one edge, in nanoseconds of audio: in all calls, and where it is most. */
  record Waiting(long sum, long max) {
    Waiting and(Waiting other) {
      return new Waiting(sum + other.sum, Math.max(max, other.max));
    }
  }

  private void forget(LiveCall call) {
    series.count(Metric.SESSIONS_FORGOTTEN);
    call.settle();
  }
}
