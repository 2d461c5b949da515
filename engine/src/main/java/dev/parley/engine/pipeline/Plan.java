package dev.parley.engine.pipeline;

import dev.parley.engine.frame.AudioFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was agreed on before any audio flows: each room with the audio that goes in and comes out,
 * and what each edge does when it is full.
 *
 * @param call the call's name
 * @param steps in the direction in which the audio flows
 */
public record Plan(String call, List<Step> steps) {

  /** What a step is. */
  public enum Kind {
    DOOR,
    STAGE,
    TAP,
    MODEL,
    PLAYOUT
  }

  /**
   * One room.
   *
   * @param note what else is worth knowing: the edge's policy, the playout's pace
   */
  public record Step(Kind kind, String name, AudioFormat in, AudioFormat out, String note) {

    /** One line for people. */
    @Override
    public String toString() {
      String audio = in.equals(out) ? in.toString() : in + " -> " + out;
      String line = "%-8s %-24s %s".formatted(kind.name().toLowerCase(Locale.ROOT), name, audio);
      return note.isEmpty() ? line : line + "  (" + note + ")";
    }
  }

  public Plan {
    steps = List.copyOf(steps);
  }

  /** The plan as text, a line a room. */
  public String text() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("\n", "", "\n"));
  }

  /** The plan as a Mermaid flow chart. */
  public String mermaid() {
    StringBuilder chart = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      chart.append("  s%d[\"%s<br/>%s\"]\n".formatted(i, step.name, step.out));
      if (i > 0) {
        chart.append("  s%d --> s%d\n".formatted(i - 1, i));
      }
    }
    return chart.toString();
  }
}
