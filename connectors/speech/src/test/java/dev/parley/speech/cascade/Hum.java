package dev.parley.speech.cascade;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import dev.parley.testkit.Frames;
import java.util.function.Predicate;

/** A voice that hums: 50 ms for each letter, in pieces of 20 ms. */
final class Hum implements Voice {

  static final int RATE = 16_000;

  private static final int LETTER = RATE / 20;
  private static final int PIECE = RATE / 50;

  @Override
  public String name() {
    return "hum";
  }

  @Override
  public int rate() {
    return RATE;
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    Samples all = Frames.tone(200, RATE, text.length() * LETTER);
    for (int at = 0; at < all.count(); at += PIECE) {
      if (!out.test(all.slice(at, Math.min(all.count(), at + PIECE)))) {
        return;
      }
    }
  }
}
