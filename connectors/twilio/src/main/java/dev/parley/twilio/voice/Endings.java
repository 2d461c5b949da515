package dev.parley.twilio.voice;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How the latest calls ended, until Twilio asks what is to become of them. Bounded in number and in
 * time. Safe for any thread.
 */
public final class Endings {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(5);

  private record Row(Ending ending, long until) {}

  private final LongSupplier nanos;
  private final Map<String, Row> rows = new LinkedHashMap<>(); // the oldest first

  /**
   * @param nanos a monotonic clock
   */
  public Endings(LongSupplier nanos) {
    this.nanos = nanos;
  }

  public synchronized void note(String callSid, Ending ending) {
    rows.remove(callSid);
    rows.put(callSid, new Row(ending, nanos.getAsLong() + KEPT.toNanos()));
    forgetOld();
  }

  /** How a call ended, told once. */
  public synchronized Optional<Ending> take(String callSid) {
    forgetOld();
    return Optional.ofNullable(rows.remove(callSid)).map(Row::ending);
  }

  private void forgetOld() {
    long now = nanos.getAsLong();
    for (Iterator<Row> i = rows.values().iterator(); i.hasNext(); ) {
      if (now - i.next().until < 0 && rows.size() <= MOST) {
        return;
      }
      i.remove();
    }
  }
}
