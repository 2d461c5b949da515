package dev.parley.speech.cascade;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the caller says until it is understood: at the recogniser's rate, the last minute at
 * most, and between turns only as much as a turn's beginning may lie back. Knows neither streams
 * nor time; one owner.
 */
final class Ear {

  /** A detector says where speech began; the first consonant may lie before it. */
  private static final Duration LEAD = Duration.ofMillis(300);

  private static final Duration TAIL = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Detectors tell of speech in hindsight. */
  private static final Duration HINDSIGHT = Duration.ofSeconds(2);

  private final int rate;
  private final Resampler resampler;
  private final Deque<Captured> kept = new ArrayDeque<>();
  private Position next; // where the resampler's next sample lies, at our rate
  private Position committed;
  private @Nullable Position start;
  private @Nullable Position end;
  private boolean detects;

  /**
   * @param from the rate of the caller's audio
   * @param rate the recogniser's
   */
  Ear(int from, int rate) {
    this.rate = rate;
    resampler = new Resampler(from, rate);
    next = Position.start(rate);
    committed = Position.start(rate);
  }

  void hear(Inbound frame) {
    switch (frame) {
      case Captured audio -> take(audio);
      case Gap gap -> {} // it becomes silence with the next audio
      case Signal.SpeechStarted speech -> {
        detects = true;
        if (start == null) {
          start = speech.at().at(rate);
        }
        end = null;
      }
      case Signal.SpeechStopped speech -> end = speech.at().at(rate);
      case Signal other -> {}
    }
  }

  /** Whether the caller has spoken since the last turn, as far as a detector told. */
  boolean hasSpeech() {
    return start != null;
  }

  /**
   * How many samples {@link #sofar} has, about.
   *
   * @param withoutTurns as there
   */
  long length(boolean withoutTurns) {
    if (start == null) {
      return withoutTurns ? next.since(committed) : 0;
    }
    return Math.max(0, next.since(start));
  }

  /**
   * What was said since the last turn, as far as it is there.
   *
   * @param withoutTurns nobody tells of speech: everything counts
   */
  Samples sofar(boolean withoutTurns) {
    if (start == null) {
      return withoutTurns ? cut(committed.sample(), Long.MAX_VALUE) : Samples.silence(0);
    }
    return cut(start.sample() - Position.samples(LEAD, rate), to(Long.MAX_VALUE));
  }

  /** The turn that ends there; what comes belongs to the next. */
  Samples commit(Position until) {
    Position at = until.at(rate);
    long from =
        start == null
            ? committed.sample()
            : Math.max(committed.sample(), start.sample() - Position.samples(LEAD, rate));
    Samples turn = cut(from, to(at.sample()));
    forget(at);
    return turn;
  }

  /** What was heard before this place does not count. */
  void forget(Position until) {
    committed = until.at(rate);
    start = null;
    end = null;
    trim();
  }

  /** A written item's speech, at another rate. */
  static Samples at(int rate, Part.Speech speech) {
    Samples[] all = {Samples.silence(0)};
    Resampler resampler = new Resampler(speech.rate(), rate);
    speech.audio().forEach(piece -> resampler.accept(piece, more -> all[0] = all[0].append(more)));
    resampler.flush(more -> all[0] = all[0].append(more));
    return all[0];
  }

  private long to(long most) {
    return end == null ? most : Math.min(most, end.sample() + Position.samples(TAIL, rate));
  }

  private void take(Captured audio) {
    Position at = audio.position().at(rate);
    long missing = at.since(next) - resampler.delay();
    if (missing > Position.samples(Duration.ofMillis(10), rate)) {
      resampler.flush(this::keep);
      resampler.reset();
      next = at; // the gap between is silence when the turn is put together
    }
    resampler.accept(audio.samples(), this::keep);
    trim();
  }

  private void keep(Samples samples) {
    if (!samples.isEmpty()) {
      kept.add(new Captured(next, samples));
      next = next.plus(samples.count());
    }
  }

  private void trim() {
    Duration span = detects && start == null ? HINDSIGHT : LONGEST;
    long oldest = Math.max(next.sample() - Position.samples(span, rate), 0);
    oldest = start == null ? Math.max(oldest, committed.sample()) : oldest;
    while (!kept.isEmpty() && kept.element().end().sample() <= oldest) {
      kept.remove();
    }
  }

  private Samples cut(long from, long until) {
    if (kept.isEmpty()) {
      return Samples.silence(0);
    }
    long first = Math.max(from, kept.getFirst().position().sample());
    long last = Math.min(until, kept.getLast().end().sample());
    short[] turn = new short[(int) Math.max(0, last - first)];
    for (Captured piece : kept) {
      long at = piece.position().sample();
      int head = Math.clamp(first - at, 0, piece.samples().count());
      int tail = Math.clamp(last - at, head, piece.samples().count());
      if (head < tail) {
        piece.samples().slice(head, tail).copyTo(turn, (int) (at + head - first));
      }
    }
    return Samples.wrap(turn);
  }
}
