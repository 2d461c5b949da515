package dev.parley.speech.asr.pocketsphinx;

import dev.parley.engine.frame.Samples;

/**
 * When it is worth to look again at what was said so far: when it has become half as long again, or
 * when a pause follows on something new. So all looks together cost no more than three times the
 * last one, and what was said before a pause is known in the pause. Pure; one utterance long.
 */
final class Looks {

  private static final double GROWTH = 1.5;

  /** A piece is quiet that is 20 dB below the loudest one. */
  private static final double QUIET = 0.01;

  private final int least;
  private final int pause;
  private long heard;
  private long looked;
  private double loudest;
  private long quiet;
  private boolean isNew;

  /**
   * @param rate samples a second
   */
  Looks(int rate) {
    least = rate * 3 / 10;
    pause = rate * 2 / 10;
  }

  /** More was said. */
  void hear(Samples piece) {
    if (piece.isEmpty()) {
      return;
    }
    double power = 0;
    for (int i = 0; i < piece.count(); i++) {
      power += (double) piece.at(i) * piece.at(i);
    }
    power /= piece.count();
    loudest = Math.max(loudest, power);
    heard += piece.count();
    if (power <= loudest * QUIET) {
      quiet += piece.count();
    } else {
      quiet = 0;
      isNew = true;
    }
  }

  boolean isDue() {
    return heard >= least
        && heard > looked
        && (heard >= looked * GROWTH || (isNew && quiet >= pause));
  }

  void look() {
    looked = heard;
    isNew = false;
  }
}
