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
 * already: whoever pauses to think once will do so again. It counts from where speech ended, so
 * that a detector that is slow to notice silence costs no extra wait.
 */
public final class SilenceKernel implements Kernel<Inbound, Inbound>, Tunable<TurnSettings> {

  private static final double LONGER_THAN_BEFORE = 1.25;

  private TurnSettings settings;
  private @Nullable Position turnStart;
  private @Nullable Position silentSince;
  private long longestPause;

  public SilenceKernel(TurnSettings settings) {
    this.settings = settings;
  }

  @Override
  public Class<TurnSettings> settingsType() {
    return TurnSettings.class;
  }

  @Override
  public void tune(TurnSettings other) {
    settings = other;
  }

  @Override
  public void accept(Inbound frame, Consumer<? super Inbound> out) {
    out.accept(frame);
    switch (frame) {
      case Signal.SpeechStarted started -> {
        if (turnStart == null) {
          turnStart = started.at();
        } else if (silentSince != null) {
          longestPause = Math.max(longestPause, started.at().since(silentSince));
        }
        silentSince = null;
      }
      case Signal.SpeechStopped stopped -> {
        if (turnStart != null) {
          silentSince = stopped.at();
        }
        endIfDue(stopped.detected(), out);
      }
      case Captured captured -> endIfDue(captured.end(), out);
      case Gap gap -> endIfDue(gap.end(), out);
      case Signal other -> {}
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
  }

  private void endIfDue(Position now, Consumer<? super Inbound> out) {
    if (turnStart == null) {
      return;
    }
    if (silentSince != null && now.since(silentSince) >= wait(now.rate())) {
      end(turnStart, silentSince, now, out);
    } else if (silentSince == null
        && now.since(turnStart) >= Position.samples(settings.maxTurn(), now.rate())) {
      end(turnStart, now, now, out);
      turnStart = now; // whoever speaks on begins another turn right here
    }
  }

  private long wait(int rate) {
    return Math.clamp(
        Math.round(longestPause * LONGER_THAN_BEFORE),
        Position.samples(settings.minWait(), rate),
        Position.samples(settings.maxWait(), rate));
  }

  private void end(
      Position start, Position speechEnd, Position now, Consumer<? super Inbound> out) {
    reset();
    out.accept(new Signal.TurnEnded(start, speechEnd, now));
  }
}
