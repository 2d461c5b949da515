package dev.parley.server.realtime;

import dev.parley.engine.frame.Epoch;
import dev.parley.wire.ReplyTimes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A turn of the caller's that waits for its answer. Positions lie on the caller's audio; times are
 * the call's, and only their differences are of interest. One owner.
 */
final class TimedTurn {

  private final Duration speechEnd;
  private final Duration silence;
  private final Duration end;
  private final Duration ended;
  private final Set<Epoch> replies = new HashSet<>();
  private final Set<String> calls = new HashSet<>();
  private Duration called = Duration.ZERO;
  private Duration tools = Duration.ZERO;
  private @Nullable Duration made;

  /**
   * @param speechEnd where the caller's speech ended
   * @param silence how much was heard when that was noticed
   * @param end how much was heard when the turn was held to be finished
   * @param ended the time at which that was
   */
  TimedTurn(Duration speechEnd, Duration silence, Duration end, Duration ended) {
    this.speechEnd = speechEnd;
    this.silence = silence;
    this.end = end;
    this.ended = ended;
  }

  /** The model is asked for an answer, or for more of it after a tool. */
  void asked(Epoch epoch) {
    replies.add(epoch);
  }

  boolean has(Epoch epoch) {
    return replies.contains(epoch);
  }

  /** A tool works; several at once count once. */
  void called(String callId, Duration at) {
    if (calls.isEmpty()) {
      called = at;
    }
    calls.add(callId);
  }

  void returned(String callId, Duration at) {
    if (calls.remove(callId) && calls.isEmpty()) {
      tools = tools.plus(at).minus(called);
    }
  }

  /** The model has made the first audio of the answer. */
  void made(Duration at) {
    if (made == null) {
      made = at;
      List.copyOf(calls).forEach(open -> returned(open, at)); // who speaks waits no longer
    }
  }

  /**
   * The first audio of the answer goes out. Each span is the difference of whole milliseconds, so
   * that they add up.
   */
  ReplyTimes heard(Duration at) {
    long from = millis(speechEnd);
    long noticed = Math.max(from, millis(silence.compareTo(end) < 0 ? silence : end));
    long decided = Math.max(noticed, millis(end));
    long model = Math.max(0, millis((made == null ? at : made).minus(ended)));
    long whole = Math.max(model, millis(at.minus(ended)));
    return new ReplyTimes(
        from,
        noticed - from,
        decided - noticed,
        model,
        Math.clamp(millis(tools), 0, model),
        whole - model);
  }

  private static long millis(Duration span) {
    return Math.floorDiv(span.toNanos() + 500_000, 1_000_000);
  }
}
