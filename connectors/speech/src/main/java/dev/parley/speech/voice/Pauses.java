package dev.parley.speech.voice;

import dev.parley.engine.frame.Samples;
import java.util.function.Predicate;

/**
 * Lengthens the pauses of what a voice speaks, while it is spoken. A silence is a pause once it has
 * lasted longer than the closure of a stop consonant; what comes from then on is stretched. Serves
 * one text.
 */
public final class Pauses implements Predicate<Samples> {

  /** Louder is sound: -46 dBFS. */
  private static final int SOUND = 164;

  private static final double CLOSURE_SECONDS = 0.12;

  /** What is stretched at a time. */
  private static final double GRAIN_SECONDS = 0.01;

  private final Predicate<Samples> out;
  private final int closure;
  private final int grain;
  private final double more;
  private int quiet; // samples since the last sound
  private int pausing; // samples of this pause that have not been stretched yet

  /**
   * @param rate samples a second
   * @param pace how fast the speech is: slow speech has long closures
   * @param factor how much longer pauses become, 1 or more
   */
  public Pauses(int rate, double pace, double factor, Predicate<Samples> out) {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("factor must be 1 or more, got " + factor);
    }
    this.out = out;
    closure = (int) (CLOSURE_SECONDS * rate / Math.min(pace, 1));
    grain = (int) (GRAIN_SECONDS * rate);
    more = factor - 1;
  }

  @Override
  public boolean test(Samples piece) {
    int done = 0;
    for (int i = 0; i < piece.count(); i++) {
      if (Math.abs(piece.at(i)) >= SOUND) {
        quiet = 0;
        pausing = 0;
      } else if (++quiet > closure && ++pausing == grain) {
        pausing = 0;
        if (!out.test(piece.slice(done, i + 1)) || !out.test(Samples.silence(extra()))) {
          return false;
        }
        done = i + 1;
      }
    }
    return done == piece.count() || out.test(piece.slice(done, piece.count()));
  }

  /**
   * The first grain stands for the closure before it, too, so that the whole pause is stretched.
   */
  private int extra() {
    boolean first = quiet < closure + 2 * grain;
    return (int) (more * (first ? closure + grain : grain));
  }
}
