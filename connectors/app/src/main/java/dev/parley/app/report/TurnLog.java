package dev.parley.app.report;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one turn of the caller's and of its replies, as it becomes known. */
final class TurnLog {

  private final int n;
  private final Signal.SpeechStarted started;
  private final Signal.SpeechStopped stopped;
  private final Signal.TurnEnded ended;
  private final List<ReplyLog> replies = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  private String transcript = "";

  private static final class Call {
    final String callId;
    final String name;
    final String arguments;
    final Duration at;
    @Nullable String output;
    @Nullable Duration answered;

    Call(String callId, String name, String arguments, Duration at) {
      this.callId = callId;
      this.name = name;
      this.arguments = arguments;
      this.at = at;
    }

    CallReport.ToolCall report() {
      return new CallReport.ToolCall(
          name,
          arguments,
          output,
          ReplyLog.millis(at),
          answered == null ? null : ReplyLog.millis(answered.minus(at)));
    }
  }

  TurnLog(
      int n, Signal.SpeechStarted started, Signal.SpeechStopped stopped, Signal.TurnEnded ended) {
    this.n = n;
    this.started = started;
    this.stopped = stopped;
    this.ended = ended;
  }

  void transcript(String text) {
    transcript = text;
  }

  void reply(ReplyLog reply) {
    replies.add(reply);
  }

  /** Whether this is one of its replies. */
  boolean has(Epoch epoch) {
    return replies.stream().anyMatch(reply -> reply.epoch.equals(epoch));
  }

  void called(String callId, String name, String arguments, Duration at) {
    calls.add(new Call(callId, name, arguments, at));
  }

  void returned(String callId, String output, Duration at) {
    for (Call call : calls) {
      if (call.callId.equals(callId)) {
        call.output = output;
        call.answered = at;
      }
    }
  }

  /** From the end of speech to the first audio; null if nothing was heard. */
  @Nullable Double latency() {
    ReplyLog reply = spoken();
    return reply == null || reply.firstAudio == null
        ? null
        : ReplyLog.round(ReplyLog.millis(reply.firstAudio) - ended.speechEnd().millis());
  }

  CallReport.Turn report() {
    ReplyLog reply = spoken();
    return new CallReport.Turn(
        n,
        new CallReport.Speech(
            ReplyLog.round(ended.speechStart().millis()),
            ReplyLog.round(ended.speechEnd().millis()),
            ReplyLog.round(started.detected().millis()),
            ReplyLog.round(stopped.detected().millis()),
            ReplyLog.round(ended.at().millis())),
        transcript,
        calls.stream().map(Call::report).toList(),
        reply == null ? null : reply.report(stages(reply)),
        after(reply).stream().map(other -> other.report(/* stages= */ null)).toList());
  }

  private List<ReplyLog> after(@Nullable ReplyLog reply) {
    return replies.subList(replies.indexOf(reply) + 1, replies.size());
  }

  /** The first reply that the caller heard; if they heard none, the last that was asked for. */
  private @Nullable ReplyLog spoken() {
    return replies.stream()
        .filter(ReplyLog::isAudible)
        .findFirst()
        .orElse(replies.isEmpty() ? null : replies.getLast());
  }

  private CallReport.@Nullable Stages stages(ReplyLog reply) {
    Duration firstAudio = reply.firstAudio;
    if (firstAudio == null) {
      return null;
    }
    double speechEnd = ended.speechEnd().millis();
    double noticed = Math.min(stopped.detected().millis(), ended.at().millis());
    double asked = ReplyLog.millis(replies.getFirst().asked);
    double askedLast = ReplyLog.millis(reply.asked);
    return new CallReport.Stages(
        ReplyLog.round(noticed - speechEnd),
        ReplyLog.round(ended.at().millis() - noticed),
        ReplyLog.round(asked - ended.at().millis()),
        ReplyLog.round(askedLast - asked),
        ReplyLog.round(ReplyLog.millis(firstAudio) - askedLast));
  }
}
