package dev.parley.speech.voice;

import dev.parley.engine.frame.Samples;
import java.util.function.Predicate;

/**
 * Cuts pieces to frames of 20 ms at most, so that whoever wants no more has not taken more than a
 * frame too many. Serves one text.
 */
public final class Frames implements Predicate<Samples> {

  private final int frame;
  private final Predicate<Samples> out;

  /**
   * @param rate samples a second
   */
  public Frames(int rate, Predicate<Samples> out) {
    frame = rate / 50;
    this.out = out;
  }

  @Override
  public boolean test(Samples piece) {
    for (int from = 0; from < piece.count(); from += frame) {
      if (!out.test(piece.slice(from, Math.min(from + frame, piece.count())))) {
        return false;
      }
    }
    return true;
  }
}
