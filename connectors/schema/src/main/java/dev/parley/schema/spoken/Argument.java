package dev.parley.schema.spoken;

import dev.parley.schema.spoken.slot.Slot;
import java.util.List;
import java.util.Optional;

/**
 * An argument of a tool.
 *
 * @param slot how it is said; empty if speech cannot fill it
 * @param title what a question calls it
 * @param cues words that announce it: those of its name
 */
record Argument(
    String name, Optional<Slot> slot, boolean required, String title, List<String> cues) {

  Argument {
    cues = List.copyOf(cues);
  }
}
