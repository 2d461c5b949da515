package dev.parley.twilio.sim;

import dev.parley.engine.frame.Samples;
import java.time.Duration;
import java.util.List;

/**
 * A stream as the far end saw it.
 *
 * @param caller what the caller said, at 8 kHz, from the stream's beginning
 * @param agent what was played to them, beside it: the same length, sample by sample
 * @param events what came, in its order
 * @param played marks that came back because they had been played
 * @param thrown marks that came back because of a clear
 * @param bad messages that made no sense to Twilio
 * @param closeCode how the socket ended; see {@code CloseCode}
 * @param byServer whether the server ended it
 * @param lasted from the stream's beginning to its end
 */
public record SimReport(
    Samples caller,
    Samples agent,
    List<SimEvent> events,
    long played,
    long thrown,
    long bad,
    int closeCode,
    boolean byServer,
    Duration lasted) {

  public SimReport {
    events = List.copyOf(events);
  }

  /** The events of one kind. */
  public <E extends SimEvent> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
