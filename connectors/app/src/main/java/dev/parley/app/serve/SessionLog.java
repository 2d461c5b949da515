package dev.parley.app.serve;

import static java.util.Locale.ROOT;

import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line of the log for each session, at its end: numbers and names of our own, and nothing that
 * anybody said. Safe for any thread.
 */
public final class SessionLog implements Telemetry {

  private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);

  /** What is counted of one session; its events come one after another. */
  private static final class Session {
    private int turns;
    private int replies;
    private int interruptions;
    private int tools;
    private int errors;
    private int failures;
    private Optional<String> failedIn = Optional.empty(); // if it was the last that happened
    private String end = "completed";

    private synchronized void take(CallEvent event) {
      if (!saysNothing(event)) {
        failedIn = Optional.empty();
      }
      switch (event) {
        case CallEvent.Caller(Signal.TurnEnded ended) -> turns++;
        case CallEvent.ReplyStarted started -> replies++;
        case CallEvent.Interrupted cut -> interruptions++;
        case CallEvent.ToolCalled called -> tools++;
        case CallEvent.Complained told -> errors++;
        case CallEvent.Parted(var by, int code) -> end = by.name().toLowerCase(ROOT) + ":" + code;
        case CallEvent.Failed failed -> {
          failures++;
          failedIn = Optional.of(failed.where());
        }
        default -> {} // of no interest in a summary
      }
    }

    /**
     * A session that failed for good does nothing else; from other failures it goes on. These tell
     * neither: they come with the end, or from somebody else's thread.
     */
    private static boolean saysNothing(CallEvent event) {
      return switch (event) {
        case CallEvent.Dropped dropped -> true;
        case CallEvent.Stopped stopped -> true;
        case CallEvent.Flushed flushed -> true;
        case CallEvent.Complained told -> true;
        case CallEvent.Closed closed -> true;
        default -> false;
      };
    }

    private synchronized void log(String id, Duration lasted) {
      LOG.atLevel(failures > 0 ? Level.WARN : Level.INFO)
          .addKeyValue("call", id)
          .addKeyValue("seconds", lasted.toMillis() / 1_000.0)
          .addKeyValue("turns", turns)
          .addKeyValue("replies", replies)
          .addKeyValue("interruptions", interruptions)
          .addKeyValue("tool_calls", tools)
          .addKeyValue("errors_told", errors)
          .addKeyValue("failures", failures)
          .addKeyValue("end", failedIn.map(where -> "failed:" + where).orElse(end))
          .log("session ended");
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  @Override
  public void record(String callId, Duration at, CallEvent event) {
    if (event instanceof CallEvent.Opened) {
      sessions.put(callId, new Session());
      LOG.atDebug().addKeyValue("call", callId).log("session opened");
      return;
    }
    Session session =
        event instanceof CallEvent.Closed ? sessions.remove(callId) : sessions.get(callId);
    if (session == null) {
      return;
    }
    session.take(event);
    if (event instanceof CallEvent.Closed) {
      session.log(callId, at);
    }
  }
}
