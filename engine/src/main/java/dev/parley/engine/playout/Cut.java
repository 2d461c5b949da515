package dev.parley.engine.playout;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import java.util.List;

/**
 * The playout's answer to a cut: from this instant on nothing of these replies leaves it.
 *
 * @param epochs the replies that were open and are now over
 * @param handedOver how far each of their parts had left the playout, in order
 * @param discarded audio that was waiting and is thrown away, in samples
 */
public record Cut(List<Epoch> epochs, List<HandedOver> handedOver, long discarded) {

  /** How far a part of a reply has left the playout. */
  public record HandedOver(Epoch epoch, int part, Position until) {}

  public Cut {
    epochs = List.copyOf(epochs);
    handedOver = List.copyOf(handedOver);
  }

  /** What a playout that has ended answers. */
  public static Cut nothing() {
    return new Cut(List.of(), List.of(), 0);
  }
}
