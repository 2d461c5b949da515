package dev.parley.app.report;

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

  private static final class Call {
    final String callId;
    final String name;
    final String arguments;
    @Nullable String output;

    Call(String callId, String name, String arguments) {
      this.callId = callId;
      this.name = name;
      this.arguments = arguments;
    }
  }

  private String transcript = "";

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

  void called(String callId, String name, String arguments) {
    calls.add(new Call(callId, name, arguments));
  }

  void returned(String callId, String output) {
    calls.stream().filter(c -> c.callId.equals(callId)).forEach(c -> c.output = output);
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
        calls.stream().map(c -> new CallReport.ToolCall(c.name, c.arguments, c.output)).toList(),
        reply == null ? null : reply.report(stages(reply)));
  }

  /** The reply that the caller heard; if they heard none, the last that was asked for. */
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
