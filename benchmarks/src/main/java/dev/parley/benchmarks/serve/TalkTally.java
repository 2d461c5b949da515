package dev.parley.benchmarks.serve;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What all {@link TalkCaller}s of a driver saw. One thread. */
final class TalkTally {

  private final Map<String, Long> events = new TreeMap<>();
  private final Histogram created = Spread.histogram();
  private final Histogram firstAudio = Spread.histogram();
  private long skipped;
  private String complaint = "";

  void saw(Event event) {
    events.merge(event.type(), 1L, Long::sum);
    if (event.type().equals("error") && complaint.isEmpty()) {
      complaint = event.complaint();
    }
  }

  void created(long nanos) {
    Spread.add(created, nanos);
  }

  void firstAudio(long nanos) {
    Spread.add(firstAudio, nanos);
  }

  /** It was time to ask, but the reply before was not over. */
  void skipped() {
    skipped++;
  }

  void reset() {
    created.reset();
    firstAudio.reset();
  }

  long count(String type) {
    return events.getOrDefault(type, 0L);
  }

  /** What the first error said, or empty. */
  String complaint() {
    return complaint;
  }

  /** What came, and the first complaint. */
  String summary() {
    return events + (complaint.isEmpty() ? "" : ": " + complaint);
  }

  long skips() {
    return skipped;
  }

  /** From asking to {@code response.created}. */
  Spread untilCreated() {
    return Spread.of(created);
  }

  /** From asking to the first audio of the reply. */
  Spread untilAudio() {
    return Spread.of(firstAudio);
  }
}
