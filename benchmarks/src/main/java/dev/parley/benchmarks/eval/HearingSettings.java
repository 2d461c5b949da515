package dev.parley.benchmarks.eval;

import dev.parley.engine.conversation.Effort;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens to recordings whose words are known, and how.
 *
 * @param recogniser by its name; empty for the best that works here
 * @param efforts the steps that are compared; at least one
 * @param jobs how many recordings are understood at once; 1 to 64
 */
public record HearingSettings(Optional<String> recogniser, Set<Effort> efforts, int jobs) {

  public HearingSettings {
    if (efforts.isEmpty()) {
      throw new IllegalArgumentException("efforts must name at least one, got none");
    }
    if (jobs < 1 || jobs > 64) {
      throw new IllegalArgumentException("jobs must be 1 to 64, got " + jobs);
    }
    efforts = Set.copyOf(efforts);
  }

  /** The best recogniser, all efforts, one recording at a time. */
  public static HearingSettings defaults() {
    return new HearingSettings(Optional.empty(), EnumSet.allOf(Effort.class), /* jobs= */ 1);
  }

  /** The steps, the least first. */
  List<Effort> steps() {
    return efforts.stream().sorted().toList();
  }

  public HearingSettings withRecogniser(String name) {
    return new HearingSettings(Optional.of(name), efforts, jobs);
  }

  public HearingSettings withEfforts(Set<Effort> others) {
    return new HearingSettings(recogniser, others, jobs);
  }

  public HearingSettings withJobs(int count) {
    return new HearingSettings(recogniser, efforts, count);
  }
}
