package dev.parley.scripted;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.script.Act;
import dev.parley.engine.script.Asked;
import dev.parley.engine.script.Line;
import dev.parley.engine.script.Script;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the caller's last turn: from where the first speech since the last answer began to
 * where the last one ended. While they still speak, what has come so far counts.
 */
final class EchoScript implements Script {

  private static final int SECONDS_KEPT = 30;

  private final Duration think;
  private final int rate;
  private final Deque<Captured> kept = new ArrayDeque<>();
  private long count;
  private Position committed;
  private @Nullable Position start;
  private @Nullable Position end;
  private boolean answered;

  EchoScript(Duration think, int rate) {
    this.think = think;
    this.rate = rate;
    committed = Position.start(rate);
  }

  @Override
  public void answer(Asked asked, Consumer<Line> decided) {
    decided.accept(Line.of(think, new Act.Play(this::turn)));
  }

  @Override
  public void hear(Inbound frame) {
    switch (frame) {
      case Captured audio -> keep(audio);
      case Signal.SpeechStarted speech -> {
        if (start == null || answered) {
          start = speech.at().at(rate);
          answered = false;
        }
        end = null;
      }
      case Signal.SpeechStopped speech -> end = speech.at().at(rate);
      case Signal.TurnEnded turn -> {
        start = turn.speechStart().at(rate);
        end = turn.speechEnd().at(rate);
        answered = false;
      }
      case Gap gap -> {} // it becomes silence when the turn is put together
      case Signal other -> {}
    }
  }

  @Override
  public void commit(Position until) {
    if (start == null || answered) { // nobody told where speech is: all of it, then
      start = committed;
      end = until.at(rate);
      answered = false;
    }
    committed = until.at(rate);
  }

  @Override
  public void clear(Position until) {
    committed = until.at(rate);
    start = null;
    end = null;
  }

  private void keep(Captured audio) {
    kept.add(audio);
    count += audio.samples().count();
    while (count > (long) SECONDS_KEPT * rate) {
      count -= kept.remove().samples().count();
    }
  }

  private Samples turn() {
    answered = true;
    if (start == null || kept.isEmpty()) {
      return Samples.silence(0);
    }
    long most = (long) SECONDS_KEPT * rate;
    long until =
        Math.min(end == null ? Long.MAX_VALUE : end.sample(), kept.getLast().end().sample());
    long from =
        Math.max(Math.max(start.sample(), kept.getFirst().position().sample()), until - most);
    short[] turn = new short[(int) Math.max(0, until - from)];
    for (Captured audio : kept) {
      long at = audio.position().sample();
      int head = Math.clamp(from - at, 0, audio.samples().count());
      int tail = Math.clamp(until - at, head, audio.samples().count());
      if (head < tail) {
        audio.samples().slice(head, tail).copyTo(turn, (int) (at + head - from));
      }
    }
    return Samples.wrap(turn);
  }
}
