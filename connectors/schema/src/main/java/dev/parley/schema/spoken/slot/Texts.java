package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import java.util.List;

/**
 * Any text: takes the words that nothing else claims. No model can know them before.
 *
 * @param most characters it may have
 */
public record Texts(int least, int most) implements Slot {

  @Override
  public List<Found> read(List<String> words, int from) {
    return List.of();
  }

  /** These words as they were said; nothing if they are too few or too many. */
  public List<Found> dictated(List<String> words, int from, int to) {
    String text = String.join(" ", words.subList(from, to));
    return text.isBlank() || text.length() < least || text.length() > most
        ? List.of()
        : List.of(new Found(from, to, Json.text(text), text, 0.8, 0, false));
  }

  @Override
  public Net net() {
    return Net.nothing();
  }
}
