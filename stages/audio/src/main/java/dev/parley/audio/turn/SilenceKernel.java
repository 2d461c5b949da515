package dev.parley.audio.turn;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a turn after enough silence, measured on the audio's own time line.
 *
 * <p>Enough is the least wait, or a quarter more than the longest pause that this turn has bridged
 * already: whoever pauses to think once will do so again. A pause of which the model says that it
 * breaks something off ({@code Unfinished}) is given the longest wait. It counts from where speech
 * ended, so that a detector that is slow to notice silence costs no extra wait.
 *
 * <p>May be switched off and on in mid-call. A turn that was open when it was switched off is not
 * ended; switched on, it waits for the next speech to begin.
 */
public final class SilenceKernel implements Kernel<Inbound, Inbound>, Tunable<TurnTuning> {

  private static final double LONGER_THAN_BEFORE = 1.25;

  private @Nullable TurnSettings settings; // null while off
  private @Nullable Position turnStart;
  private @Nullable Position silentSince;
  private long longestPause;
  private boolean unfinished;

  public SilenceKernel(TurnTuning tuning) {
    tune(tuning);
  }

  @Override
  public Class<TurnTuning> settingsType() {
    return TurnTuning.class;
  }

  @Override
  public void tune(TurnTuning tuning) {
    switch (tuning) {
      case TurnSettings on -> settings = on;
      case TurnTuning.Off off -> {
        settings = null;
        reset();
      }
    }
  }

  /** A pause in the middle of something is waited out as long as any. */
  @Override
  public void hint(Signal fact) {
    unfinished |= fact instanceof Signal.Unfinished && silentSince != null;
  }

  @Override
  public void accept(Inbound frame, Consumer<? super Inbound> out) {
    out.accept(frame);
    if (settings != null) {
      listen(frame, settings, out);
    }
  }

  /** Nothing more will come, so a turn that is open has ended. */
  @Override
  public void flush(Consumer<? super Inbound> out) {
    if (turnStart != null && silentSince != null) {
      end(turnStart, silentSince, silentSince, out);
    }
  }

  @Override
  public void reset() {
    turnStart = null;
    silentSince = null;
    longestPause = 0;
    unfinished = false;
  }

  private void listen(Inbound frame, TurnSettings on, Consumer<? super Inbound> out) {
    switch (frame) {
      case Signal.SpeechStarted started -> {
        if (turnStart == null) {
          turnStart = started.at();
        } else if (silentSince != null) {
          longestPause = Math.max(longestPause, started.at().since(silentSince));
        }
        silentSince = null;
        unfinished = false;
      }
      case Signal.SpeechStopped stopped -> {
        if (turnStart != null) {
          silentSince = stopped.at();
        }
        endIfDue(stopped.detected(), on, out);
      }
      case Captured captured -> endIfDue(captured.end(), on, out);
      case Gap gap -> endIfDue(gap.end(), on, out);
      case Signal other -> {}
    }
  }

  private void endIfDue(Position now, TurnSettings on, Consumer<? super Inbound> out) {
    if (turnStart == null) {
      return;
    }
    if (silentSince != null && now.since(silentSince) >= wait(on, now.rate())) {
      end(turnStart, silentSince, now, out);
    } else if (silentSince == null
        && now.since(turnStart) >= Position.samples(on.maxTurn(), now.rate())) {
      end(turnStart, now, now, out);
      turnStart = now; // whoever speaks on begins another turn right here
    }
  }

  private long wait(TurnSettings on, int rate) {
    if (unfinished) {
      return Position.samples(on.maxWait(), rate);
    }
    return Math.clamp(
        Math.round(longestPause * LONGER_THAN_BEFORE),
        Position.samples(on.minWait(), rate),
        Position.samples(on.maxWait(), rate));
  }

  private void end(
      Position start, Position speechEnd, Position now, Consumer<? super Inbound> out) {
    reset();
    out.accept(new Signal.TurnEnded(start, speechEnd, now));
  }
}
