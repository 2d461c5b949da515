package dev.parley.speech.asr.effort;

import dev.parley.engine.conversation.Effort;
import dev.parley.speech.asr.Beam;
import java.util.List;

/**
 * What is done with an utterance.
 *
 * <p>Each step adds one thing: a beam that loses nothing, readings for the schema to choose from
 * and other views, narrower models, another recogniser. Measured with PocketSphinx on 66 recordings
 * (spelled words, digits, commands), exact arguments / seconds of processor time for a second of
 * speech: minimal 35 / 0.05, low 35 / 0.08, medium 40 / 0.21, high 42 / 0.81, xhigh 42 / 0.95.
 * Against low, high gains 7 and loses none (p = 0.016); neighbouring steps differ by no more than
 * chance. Two reservations: with five readings low would be at 37, and what high gains on that (6
 * against 1) is within chance; and the plans were chosen on the same recordings, so that others
 * will show less.
 *
 * @param beam how widely every pass searches
 * @param alternatives how many readings a pass gives; 1 or more. One means that nobody looks for
 *     others
 * @param views what is recognised; the first is the audio as it is
 * @param narrower whether the models of what is likely now are tried too
 * @param second whether another recogniser, where there is one, is asked as well
 */
public record EffortPlan(
    Beam beam, int alternatives, List<View> views, boolean narrower, boolean second) {

  /** The farthest first: where they agree, it tells the most. */
  private static final List<View> FIVE =
      List.of(View.PLAIN, new View(0.96), new View(1.04), new View(0.98), new View(1.02));

  public EffortPlan {
    views = List.copyOf(views);
    if (alternatives < 1) {
      throw new IllegalArgumentException("alternatives must be 1 or more, got " + alternatives);
    }
    if (views.isEmpty() || !views.getFirst().equals(View.PLAIN)) {
      throw new IllegalArgumentException("the first view must be the plain one");
    }
  }

  /** One pass, and nothing else. */
  public static EffortPlan plain(Beam beam, int alternatives) {
    return new EffortPlan(
        beam, alternatives, List.of(View.PLAIN), /* narrower= */ false, /* second= */ false);
  }

  /** The plan for a step of effort. */
  public static EffortPlan of(Effort effort) {
    return switch (effort) {
      case MINIMAL -> plain(Beam.NARROW, 1);
      case LOW -> plain(Beam.NORMAL, 1);
      case MEDIUM ->
          new EffortPlan(
              Beam.NORMAL, 5, FIVE.subList(0, 3), /* narrower= */ false, /* second= */ false);
      case HIGH -> new EffortPlan(Beam.NORMAL, 5, FIVE, /* narrower= */ true, /* second= */ false);
      case XHIGH -> new EffortPlan(Beam.NORMAL, 5, FIVE, /* narrower= */ true, /* second= */ true);
    };
  }

  /** Whether the first pass is all there is. */
  public boolean isPlain() {
    return views.size() == 1 && !narrower && !second;
  }
}
