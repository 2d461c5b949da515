package dev.parley.twilio;

import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionReport;
import dev.parley.twilio.door.CallSummary;
import dev.parley.twilio.door.Departure;
import dev.parley.twilio.door.TwilioDoor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that run: they can be told to leave, and their ends are told. For any thread. */
final class Lobby {

  private static final Logger LOG = LoggerFactory.getLogger(Lobby.class);

  private final Map<String, TwilioDoor> calls = new ConcurrentHashMap<>();
  private final Consumer<CallSummary> summaries;

  Lobby(Consumer<CallSummary> summaries) {
    this.summaries = summaries;
  }

  /** A call runs; it leaves by itself when it has ended, and gives its seat back. */
  void enter(TwilioDoor door, String agent, CallHandle call, Runnable seat) {
    calls.put(call.callId(), door);
    call.closed()
        .whenCompleteAsync(
            (report, failure) -> {
              seat.run(); // first: who is no longer counted takes nobody's place
              calls.remove(call.callId());
              tell(
                  call.callId(),
                  door,
                  agent,
                  failure == null ? report : died(call.callId(), failure));
            },
            Runnable::run);
  }

  /** The session died, and could not tell how the call went: the door still can. */
  private static SessionReport died(String callId, Throwable failure) {
    return new SessionReport(callId, Duration.ZERO, 0, 0, 0, Map.of(), Optional.of(failure));
  }

  int size() {
    return calls.size();
  }

  void expelAll(Departure departure) {
    calls.values().forEach(door -> door.hands().leave(departure));
  }

  private void tell(String callId, TwilioDoor door, String agent, SessionReport report) {
    CallSummary summary = door.summary(agent, report);
    LOG.atInfo()
        .addKeyValue("call", callId)
        .addKeyValue("agent", agent)
        .addKeyValue("end", summary.why())
        .addKeyValue("seconds", seconds(summary.lasted()))
        .addKeyValue("turns", summary.turns())
        .addKeyValue("replies", summary.replies())
        .addKeyValue("cuts", summary.cuts())
        .addKeyValue("spoken", seconds(summary.spoken()))
        .addKeyValue("heard", seconds(summary.heard()))
        .addKeyValue("gaps", summary.gaps())
        .addKeyValue("lost", seconds(summary.lost()))
        .addKeyValue("marks", summary.marksBack() + "/" + summary.marksSent())
        .addKeyValue("keys", summary.keys())
        .addKeyValue("tools", summary.tools())
        .log("telephone call over");
    summaries.accept(summary);
  }

  private static String seconds(Duration span) {
    return "%d.%01d".formatted(span.toSeconds(), span.toMillisPart() / 100);
  }
}
