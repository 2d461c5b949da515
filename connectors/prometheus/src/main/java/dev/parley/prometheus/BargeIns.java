package dev.parley.prometheus;

import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.prometheus.Metric.BargeInStage;
import dev.parley.prometheus.Metric.Interruption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call's interruptions by its caller: what they were, and how long silence took.
 *
 * <p>Model and door answer from their own threads: what they tell may come before the cut itself is
 * known, and is kept until it is. The time to silence is told when the door has flushed. Doors that
 * do not say so are taken to be silent when the playout has cut; that is told when the next reply
 * is asked for, the caller speaks again, or the call ends.
 *
 * <p>One owner.
 */
final class BargeIns {

  /** A speech of the caller's; times in the call, but {@code from} in the audio. */
  private static final class Speech {
    final long onset;
    final long said;
    final long from;
    boolean isOver;
    boolean isShort;

    Speech(long onset, long said, long from) {
      this.onset = onset;
      this.said = said;
      this.from = from;
    }
  }

  private static final class BargeIn {
    final Speech speech;
    final List<Epoch> epochs;
    final long asked;
    final long cut;
    boolean stopped;
    boolean flushed;
    boolean totalled;
    boolean judged;

    BargeIn(Speech speech, List<Epoch> epochs, long asked, long cut) {
      this.speech = speech;
      this.epochs = new ArrayList<>(epochs);
      this.asked = asked;
      this.cut = cut;
    }
  }

  private record Early(List<Epoch> epochs, long at) {}

  private final Series series;
  private final long falseSpeech;
  private @Nullable Speech speech;
  private @Nullable BargeIn last;
  private @Nullable Early stop;
  private @Nullable Early flush;
  private boolean held;
  private boolean fellSilent;

  BargeIns(Series series, long falseSpeech) {
    this.series = series;
    this.falseSpeech = falseSpeech;
  }

  void caller(Signal fact, long at) {
    switch (fact) {
      case Signal.SpeechStarted started -> {
        settle();
        long from = Nanos.of(started.at());
        speech = new Speech(at - (Nanos.of(started.detected()) - from), at, from);
      }
      case Signal.SpeechStopped stopped -> {
        fellSilent = true;
        ended(Nanos.of(stopped.at()));
      }
      case Signal.TurnEnded ended -> ended(Nanos.of(ended.speechEnd()));
      default -> {} // neither speech nor silence
    }
  }

  /** Playing is held or goes on. It goes on because the caller fell silent, or with a cut. */
  void held(boolean on, boolean audible) {
    if (on) {
      fellSilent = false;
    } else if (held && fellSilent) {
      series.count(Metric.INTERRUPTIONS, Metric.label(Interruption.RESUMED));
    }
    held = on && audible;
  }

  /**
   * The playout has cut.
   *
   * @param audible whether any of it could be heard
   */
  void interrupted(CallEvent.Interrupted cut, long at, boolean audible) {
    if (cut.why() != CutReason.BARGE_IN || !audible) {
      return;
    }
    Speech by = speech;
    if (by == null) {
      series.count(Metric.INTERRUPTIONS, Metric.label(Interruption.TRUE));
      return;
    }
    if (last != null && last.speech == by) {
      last.epochs.addAll(cut.epochs()); // each lane is cut by itself
      return;
    }
    settle();
    BargeIn now = new BargeIn(by, cut.epochs(), Nanos.of(cut.asked()), at);
    last = now;
    stage(BargeInStage.DETECT, by.onset, by.said);
    stage(BargeInStage.DECIDE, by.said, now.asked);
    stage(BargeInStage.CUT, now.asked, at);
    if (by.isOver) {
      judge(now);
    }
    catchUp(now);
  }

  /** The model has stopped making a reply. */
  void stopped(Epoch epoch, long at) {
    BargeIn by = last;
    if (by != null && by.epochs.contains(epoch)) {
      stopped(by, at);
    } else {
      stop = new Early(List.of(epoch), at);
    }
  }

  /** The door has told its far end of a cut. */
  void flushed(List<Epoch> epochs, long at) {
    BargeIn by = last;
    if (by != null && isOf(by, epochs)) {
      flushed(by, at);
    } else {
      flush = new Early(epochs, at);
    }
  }

  /** A door that has not flushed by now does not tell of it. */
  void total() {
    BargeIn by = last;
    if (by != null && !by.totalled) {
      by.totalled = true;
      series.span(Metric.BARGE_IN_SILENCE, by.speech.onset, by.cut);
    }
  }

  /** Tells what is still open. */
  void settle() {
    total();
    if (last != null) {
      judge(last);
    }
  }

  private void catchUp(BargeIn by) {
    if (stop != null && isOf(by, stop.epochs)) {
      stopped(by, stop.at);
    }
    if (flush != null && isOf(by, flush.epochs)) {
      flushed(by, flush.at);
    }
    stop = null;
    flush = null;
  }

  private void ended(long end) {
    Speech over = speech;
    if (over == null || over.isOver) {
      return;
    }
    over.isOver = true;
    over.isShort = end - over.from < falseSpeech;
    if (last != null && last.speech == over) {
      judge(last);
    }
  }

  private void judge(BargeIn by) {
    if (!by.judged) {
      by.judged = true;
      Interruption kind = by.speech.isShort ? Interruption.FALSE : Interruption.TRUE;
      series.count(Metric.INTERRUPTIONS, Metric.label(kind));
    }
  }

  private void stopped(BargeIn by, long at) {
    if (!by.stopped) {
      by.stopped = true; // a model that stops at once does so before the cut is asked for
      stage(BargeInStage.CANCEL, Math.min(by.asked, at), at);
    }
  }

  private void flushed(BargeIn by, long at) {
    if (by.flushed) {
      return;
    }
    by.flushed = true;
    stage(BargeInStage.FLUSH, by.asked, at);
    if (!by.totalled) {
      by.totalled = true;
      series.span(Metric.BARGE_IN_SILENCE, by.speech.onset, at);
    }
  }

  private static boolean isOf(BargeIn by, List<Epoch> epochs) {
    return epochs.stream().anyMatch(by.epochs::contains);
  }

  private void stage(BargeInStage stage, long from, long to) {
    series.span(Metric.BARGE_IN_STAGE, from, to, Metric.label(stage));
  }
}
