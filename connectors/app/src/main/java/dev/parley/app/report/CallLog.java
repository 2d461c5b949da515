package dev.parley.app.report;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.pipeline.Plan;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.time.CallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects a call's report from what the call tells and from the frames that leave its playout. For
 * one call; safe for any thread.
 */
public final class CallLog implements Telemetry, Tap {

  private final List<TurnLog> turns = new ArrayList<>();
  private final Map<Epoch, ReplyLog> replies = new LinkedHashMap<>();
  private final List<ReplyLog> announcements = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final Map<Epoch, Long> stale = new HashMap<>();
  private Signal.@Nullable SpeechStarted turnStart;
  private Signal.@Nullable SpeechStarted onset;
  private Signal.@Nullable SpeechStopped lastStop;
  private @Nullable TurnLog unanswered;
  private @Nullable TurnLog answering;
  private volatile CallClock clock = new CallClock(() -> 0, 0);

  private record Cut(Epoch epoch, Signal.@Nullable SpeechStarted onset, Duration at) {}

  @Override
  public synchronized void record(String callId, Duration time, CallEvent event) {
    Duration at = clock.audio(time);
    switch (event) {
      case CallEvent.Caller(var fact) -> caller(fact);
      case CallEvent.ReplyAsked asked -> replyAsked(asked.epoch(), at);
      case CallEvent.FirstAudio first -> reply(first.epoch()).firstAudio = at;
      case CallEvent.Said said -> reply(said.epoch()).text.append(said.text());
      case CallEvent.Drained drained -> {
        reply(drained.epoch()).samples = drained.samples();
        reply(drained.epoch()).rate = drained.rate();
      }
      case CallEvent.HeardOf(Heard heard) -> {
        reply(heard.epoch()).samples += heard.until().sample();
        reply(heard.epoch()).rate = heard.until().rate();
      }
      case CallEvent.Interrupted cut -> {
        for (Epoch epoch : cut.epochs()) {
          reply(epoch).cut = at;
          if (reply(epoch).isAudible()) {
            cuts.add(new Cut(epoch, onset, at));
          }
        }
      }
      case CallEvent.ToolCalled called -> {
        TurnLog turn = turnOf(called.epoch());
        if (turn != null) {
          turn.called(called.callId(), called.name(), called.arguments(), at);
        }
      }
      case CallEvent.ToolReturned returned ->
          turns.forEach(turn -> turn.returned(returned.callId(), returned.output(), at));
      default -> {} // of interest to live views and metrics only
    }
  }

  /** The report, once the call has ended. */
  public synchronized CallReport report(
      String clock, CallReport.Input input, String model, Plan plan, SessionReport session) {
    List<CallReport.Interruption> interruptions = cuts.stream().map(this::interruption).toList();
    return new CallReport(
        clock,
        input,
        model,
        ReplyLog.millis(session.lasted()),
        plan.steps().stream().map(Plan.Step::toString).toList(),
        turns.stream().map(TurnLog::report).toList(),
        announcements.stream().map(said -> new CallReport.Said(said.report(null))).toList(),
        interruptions,
        new CallReport.Latency(
            Percentiles.of(turns.stream().map(TurnLog::latency).filter(Objects::nonNull).toList()),
            Percentiles.of(
                interruptions.stream().map(i -> ReplyLog.round(i.cutMs() - i.onsetMs())).toList())),
        session.drops());
  }

  private CallReport.Interruption interruption(Cut cut) {
    double at = ReplyLog.millis(cut.at);
    return new CallReport.Interruption(
        cut.epoch.toString(),
        cut.onset == null ? at : ReplyLog.round(cut.onset.at().millis()),
        cut.onset == null ? at : ReplyLog.round(cut.onset.detected().millis()),
        at,
        stale.getOrDefault(cut.epoch, 0L),
        reply(cut.epoch).samples);
  }

  private void caller(Signal fact) {
    switch (fact) {
      case Signal.SpeechStarted started -> {
        onset = started;
        turnStart = turnStart == null ? started : turnStart;
      }
      case Signal.SpeechStopped stopped -> lastStop = stopped;
      case Signal.TurnEnded ended -> {
        Signal.SpeechStarted start =
            turnStart != null
                ? turnStart
                : new Signal.SpeechStarted(ended.speechStart(), ended.speechStart());
        Signal.SpeechStopped stop =
            lastStop != null ? lastStop : new Signal.SpeechStopped(ended.speechEnd(), ended.at());
        unanswered = new TurnLog(turns.size() + 1, start, stop, ended);
        turns.add(unanswered);
        turnStart = null;
      }
      case Signal.Words words when words.complete() && !turns.isEmpty() ->
          turns.getLast().transcript(words.text());
      default -> {} // has no place in the report
    }
  }

  private void replyAsked(Epoch epoch, Duration at) {
    ReplyLog reply = reply(epoch, at);
    if (epoch.lane() != Epoch.Lane.MAIN) {
      announcements.add(reply);
      return;
    }
    if (unanswered != null) {
      answering = unanswered;
      unanswered = null;
    }
    if (answering != null) {
      answering.reply(reply);
    }
  }

  private @Nullable TurnLog turnOf(Epoch epoch) {
    return turns.stream().filter(turn -> turn.has(epoch)).findFirst().orElse(answering);
  }

  private ReplyLog reply(Epoch epoch) {
    return reply(epoch, Duration.ZERO);
  }

  private ReplyLog reply(Epoch epoch, Duration asked) {
    return replies.computeIfAbsent(epoch, e -> new ReplyLog(e, asked));
  }

  // Frames that leave the playout.

  @Override
  public String name() {
    return "report";
  }

  @Override
  public Observer open(AudioFormat caller, AudioFormat spoken, CallClock callClock) {
    clock = callClock;
    return new Observer() {

      private final Set<Epoch> cutEpochs = new HashSet<>();

      @Override
      public void outbound(Outbound frame) {
        if (frame instanceof Cue.Interrupted(var epochs)) {
          cutEpochs.addAll(epochs);
        } else if (frame instanceof Spoken late && cutEpochs.contains(late.epoch())) {
          synchronized (CallLog.this) {
            stale.merge(late.epoch(), 1L, Long::sum);
          }
        }
      }
    };
  }
}
