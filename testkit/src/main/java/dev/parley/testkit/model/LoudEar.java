package dev.parley.testkit.model;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears turns: what is loud is speech, and 300 ms of quiet end a turn. One owner. */
final class LoudEar {

  private static final int LOUD = 1_000;
  private static final double QUIET_SECONDS = 0.3;

  private @Nullable Position speechStart;
  private Position speechEnd = Position.start(1);

  void hear(Captured audio, Consumer<? super Signal> tell) {
    if (isLoud(audio.samples())) {
      if (speechStart == null) {
        speechStart = audio.position();
        tell.accept(new Signal.SpeechStarted(audio.position(), audio.end()));
      }
      speechEnd = audio.end();
    } else if (speechStart != null
        && audio.end().since(speechEnd) >= QUIET_SECONDS * audio.rate()) {
      tell.accept(new Signal.SpeechStopped(speechEnd, audio.end()));
      tell.accept(new Signal.TurnEnded(speechStart, speechEnd, audio.end()));
      speechStart = null;
    }
  }

  private static boolean isLoud(Samples samples) {
    for (int i = 0; i < samples.count(); i++) {
      if (Math.abs(samples.at(i)) > LOUD) {
        return true;
      }
    }
    return false;
  }
}
