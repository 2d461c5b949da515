package dev.parley.prometheus;

import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Depths;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one open call: a few times and numbers, some hundred bytes. Nearly all of
 * its events come from its session's thread, so its lock is hardly ever waited for.
 */
final class LiveCall {

  private final String callId;
  private final long number;
  private final Depths depths;
  private final ReplyTimes replies;
  private final BargeIns bargeIns;
  private final ToolTimes tools;
  private @Nullable String failedIn;

  LiveCall(String callId, long number, Depths depths, Series series, MetricsSettings settings) {
    this.callId = callId;
    this.number = number;
    this.depths = depths;
    this.replies = new ReplyTimes(series, Nanos.of(settings.answerWithin()));
    this.bargeIns = new BargeIns(series, Nanos.of(settings.falseSpeech()));
    this.tools = new ToolTimes(series);
  }

  String callId() {
    return callId;
  }

  /** Later calls have greater numbers. */
  long number() {
    return number;
  }

  Depths depths() {
    return depths;
  }

  synchronized void take(CallEvent event, long at) {
    switch (event) {
      case CallEvent.Stopped stopped -> {
        bargeIns.stopped(stopped.epoch(), at);
        return; // from the model's thread, so it does not tell how the session fares
      }
      case CallEvent.Flushed flushed -> {
        bargeIns.flushed(flushed.epochs(), at);
        return;
      }
      case CallEvent.Dropped dropped -> {
        return;
      }
      case CallEvent.Complained complained -> {
        return;
      }
      case CallEvent.Caller(var fact) -> {
        replies.caller(fact, at);
        bargeIns.caller(fact, at);
      }
      case CallEvent.ReplyAsked(var epoch) -> {
        bargeIns.total();
        replies.asked(epoch, at);
      }
      case CallEvent.ReplyStarted(var epoch) -> replies.started(epoch, at);
      case CallEvent.AudioMade(var epoch) -> replies.started(epoch, at); // and no sooner
      case CallEvent.FirstAudio(var epoch) -> replies.firstAudio(epoch, at);
      case CallEvent.ReplyOver(var epoch, var outcome) -> replies.over(epoch, outcome);
      case CallEvent.Interrupted cut ->
          bargeIns.interrupted(cut, at, replies.isAnyAudible(cut.epochs()));
      case CallEvent.Held(var on) -> bargeIns.held(on, replies.isAnyAudible());
      case CallEvent.ToolCalled called -> {
        replies.toolCalled(called.epoch());
        tools.called(called.callId(), at);
      }
      case CallEvent.ToolReturned returned ->
          tools.returned(returned.callId(), returned.output(), at);
      default -> {} // has no time of its own
    }
    failedIn = event instanceof CallEvent.Failed failed ? failed.where() : null;
  }

  /**
   * The call is over, or nobody watches it any more: tells what was still open.
   *
   * @return where it failed, if that was the last that happened to it
   */
  synchronized Optional<String> settle() {
    bargeIns.settle();
    tools.settle();
    return Optional.ofNullable(failedIn);
  }
}
