package dev.parley.speech.voice;

import dev.parley.engine.frame.Samples;
import java.util.function.Predicate;

/**
 * Holds back what a voice makes before its first sound: a synthesiser breathes for a quarter of a
 * second before it speaks, and the caller would wait for that, too. Serves one text.
 */
public final class LeadingSilence implements Predicate<Samples> {

  /** Louder is sound: -50 dBFS. */
  private static final int SOUND = 104;

  private final Predicate<Samples> out;
  private final int kept;
  private Samples before = Samples.silence(0);
  private boolean sounding;

  /**
   * @param kept how many samples before the first sound are kept, so that it begins softly
   */
  public LeadingSilence(Predicate<Samples> out, int kept) {
    this.out = out;
    this.kept = kept;
  }

  @Override
  public boolean test(Samples piece) {
    if (sounding) {
      return out.test(piece);
    }
    Samples all = before.append(piece);
    int first = firstSound(all);
    sounding = first < all.count();
    Samples rest = all.slice(Math.max(0, first - kept), all.count());
    if (sounding) {
      return out.test(rest);
    }
    before = rest;
    return true;
  }

  private static int firstSound(Samples samples) {
    for (int i = 0; i < samples.count(); i++) {
      if (Math.abs(samples.at(i)) >= SOUND) {
        return i;
      }
    }
    return samples.count();
  }
}
