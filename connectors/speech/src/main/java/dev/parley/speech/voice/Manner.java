package dev.parley.speech.voice;

import dev.parley.engine.model.Delivery;

/**
 * What a style means to a synthesiser, as factors on how it speaks of itself. Each style differs
 * from each other in all four by more than listeners need to tell them apart.
 *
 * @param pace words a second
 * @param pitch of the voice, in hertz
 * @param range how far the pitch moves
 * @param pauses length of the pauses between clauses, beyond what the pace does to them
 */
public record Manner(double pace, double pitch, double range, double pauses) {

  public static Manner of(Delivery how) {
    Manner style =
        switch (how.style()) {
          case CASUAL -> new Manner(1, 1, 1, 1);
          case CALM -> new Manner(0.85, 0.92, 0.6, 1.9);
          case SERIOUS -> new Manner(0.93, 0.8, 0.8, 1.4);
        };
    return new Manner(style.pace * how.speed(), style.pitch, style.range, style.pauses);
  }
}
