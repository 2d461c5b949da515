package dev.parley.testkit.door;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a scripted caller says, frame by frame: audio, silence, signals. Pure; one owner. */
final class Mouth {

  private static final int FRAMES_A_SECOND = 50;

  /** How much silence ends a turn. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** A signal and the sample behind which it stands. */
  private record Cue(long sample, Signal signal) {}

  private final CallerScript script;
  private final int frame;
  private final List<Cue> cues = new ArrayList<>();
  private Position next;

  Mouth(CallerScript script) {
    this.script = script;
    frame = script.rate() / FRAMES_A_SECOND;
    next = Position.start(script.rate());
    Position turn = next;
    boolean inTurn = false;
    for (int i = 0; i < script.sayings().size(); i++) {
      CallerScript.Saying saying = script.sayings().get(i);
      if (saying.signals()) {
        Position from = at(saying.from());
        Position to = from.plus(saying.audio().count());
        turn = inTurn ? turn : from;
        cue(new Signal.SpeechStarted(from, from.plus(1)), from.plus(1));
        cue(new Signal.SpeechStopped(to, to), to);
        Position end = to.plus(Position.samples(PAUSE, script.rate()));
        inTurn =
            i + 1 < script.sayings().size()
                && at(script.sayings().get(i + 1).from()).compareTo(end) <= 0;
        if (!inTurn) {
          cue(new Signal.TurnEnded(turn, to, end), end);
        }
      }
    }
    script.doneAt().ifPresent(when -> cue(new Signal.CallerDone(at(when)), at(when)));
  }

  /** When the next frame is complete, in nanoseconds from the beginning. */
  long nextAt() {
    return Math.round(1e9 * (next.sample() + frame) / script.rate());
  }

  /** The next frame, and the signals that stand behind it. */
  List<Inbound> next() {
    List<Inbound> frames = new ArrayList<>();
    Captured audio = new Captured(next, audio(next.sample()));
    frames.add(audio);
    for (Cue cue : cues) {
      if (cue.sample > next.sample() && cue.sample <= audio.end().sample()) {
        frames.add(cue.signal);
      }
    }
    next = audio.end();
    return frames;
  }

  private Samples audio(long from) {
    short[] pcm = new short[frame];
    for (CallerScript.Saying saying : script.sayings()) {
      long start = at(saying.from()).sample();
      for (int i = 0; i < frame; i++) {
        long index = from + i - start;
        if (index >= 0 && index < saying.audio().count()) {
          pcm[i] = saying.audio().at((int) index);
        }
      }
    }
    return Samples.wrap(pcm);
  }

  private void cue(Signal signal, Position behind) {
    cues.add(new Cue(Math.max(1, behind.sample()), signal));
  }

  private Position at(Duration when) {
    return Position.ofNanos(when.toNanos(), script.rate());
  }
}
