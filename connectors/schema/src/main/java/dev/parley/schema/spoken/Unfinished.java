package dev.parley.schema.spoken;

import dev.parley.schema.spoken.slot.Found;
import java.util.Collection;
import java.util.List;

/** Whether a request breaks off. */
final class Unfinished {

  private Unfinished() {}

  /** Whether the tool that fits best still waits for something these words have begun. */
  static boolean request(Collection<Tool> tools, List<String> words) {
    Tool best = null;
    Filling.Filled most = null;
    for (Tool tool : tools) {
      Filling.Filled filled = new Filling(tool, words, "").best();
      if (most == null || filled.score() > most.score()) {
        best = tool;
        most = filled;
      }
    }
    if (best == null || most == null) {
      return false;
    }
    boolean asked = best.keyword(words.getLast()) > 0 || cues(best, words.getLast());
    for (Argument argument : best.arguments()) {
      Found found = most.values().get(argument.name());
      boolean open = argument.slot().map(slot -> slot.isOpen(words)).orElse(false);
      boolean goesOn = open && (found == null || found.to() == words.size());
      boolean waitedFor = asked && argument.required() && found == null && most.evidence() >= 0.5;
      if (goesOn || waitedFor) {
        return true;
      }
    }
    return false;
  }

  private static boolean cues(Tool tool, String word) {
    return tool.arguments().stream().anyMatch(argument -> argument.cues().contains(word));
  }
}
