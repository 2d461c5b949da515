package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.Control;
import java.util.List;
import java.util.Optional;

/**
 * Yes or no: "with insurance", "without insurance".
 *
 * @param name the words that call it
 */
public record Switches(List<String> name) implements Slot {

  public Switches {
    name = List.copyOf(name);
  }

  @Override
  public List<Found> read(List<String> words, int from) {
    int behind = from + 1 + name.size();
    if (behind > words.size() || !words.subList(from + 1, behind).equals(name)) {
      return List.of();
    }
    return switch (words.get(from)) {
      case "with" -> List.of(found(from, behind, true));
      case "without", "no" -> List.of(found(from, behind, false));
      default -> List.of();
    };
  }

  /** What a plain answer says, when it was asked for. */
  public Optional<Found> answer(List<String> words) {
    if (Control.isOnly(words, Control.YES) || words.equals(List.of("on"))) {
      return Optional.of(found(0, words.size(), true));
    }
    if (Control.isOnly(words, Control.NO) || words.equals(List.of("off"))) {
      return Optional.of(found(0, words.size(), false));
    }
    return Optional.empty();
  }

  private static Found found(int from, int to, boolean value) {
    return new Found(from, to, Boolean.toString(value), value ? "yes" : "no", 1, 1, false);
  }

  @Override
  public Net net() {
    return Net.anyOf(List.of("with", "without")).then(Net.phrase(String.join(" ", name)));
  }
}
