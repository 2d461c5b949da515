package dev.parley.speech.asr.effort;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises an utterance as thoroughly as a plan wants: several passes, which vote. Stops behind
 * the first if that leaves no doubt. Blocks while it computes: for a call to {@code Offload}. Holds
 * no decoder between calls; safe for any thread.
 */
public final class Passes {

  /** A narrower model takes part if it knows so much of what the first pass heard. */
  private static final double KNOWN = 0.5;

  /** How many narrower models take part: those with the fewest words. */
  private static final int MOST_NARROWER = 3;

  /** So many views are recognised with narrower models, too. */
  private static final int NARROWER_VIEWS = 3;

  private final Recogniser first;
  private final Optional<Recogniser> second;

  /**
   * @param second asked by plans that want a second opinion; both stay their owner's, who closes
   *     them
   * @throws IllegalArgumentException if they listen at different rates
   */
  public Passes(Recogniser first, Optional<Recogniser> second) {
    this.first = first;
    this.second = second;
    if (second.isPresent() && second.get().rate() != first.rate()) {
      throw new IllegalArgumentException(
          "two recognisers must listen at one rate, got %d and %d"
              .formatted(first.rate(), second.get().rate()));
    }
  }

  /**
   * All passes.
   *
   * @param audio the utterance, at the recogniser's rate
   * @param wide what may be said
   * @param narrower parts of it that are likely now; may be empty
   * @return the likeliest first, at least one, which may be empty; the confidence of each is how
   *     probable it is that it is right to the word
   */
  public List<Transcript> hear(
      Samples audio, LanguageModel wide, List<LanguageModel> narrower, EffortPlan plan) {
    try (Ear ear = ear(wide, plan)) {
      Ballot ballot = vote(ear, ear.hear(audio, View.PLAIN), audio, wide, narrower, plan);
      return Certainty.rate(ballot, plan.alternatives());
    }
  }

  /**
   * As {@link #hear}, for a first pass that was made while the caller spoke.
   *
   * @param plain what it gave
   */
  public List<Transcript> refine(
      List<Transcript> plain,
      Samples audio,
      LanguageModel wide,
      List<LanguageModel> narrower,
      EffortPlan plan) {
    try (Ear ear = ear(wide, plan)) {
      return Certainty.rate(vote(ear, plain, audio, wide, narrower, plan), plan.alternatives());
    }
  }

  private Ear ear(LanguageModel model, EffortPlan plan) {
    return new Ear(first, model, plan.beam(), plan.alternatives());
  }

  private Ballot vote(
      Ear ear,
      List<Transcript> plain,
      Samples audio,
      LanguageModel wide,
      List<LanguageModel> narrower,
      EffortPlan plan) {
    Ballot ballot = new Ballot();
    if (Certainty.isBeyondDoubt(plain.getFirst())) {
      ballot.add(plain, plan.views().size()); // the others would say the same
      return ballot;
    }
    ballot.add(plain, 1);
    for (View view : plan.views().subList(1, plan.views().size())) {
      ballot.add(ear.hear(audio, view), 1);
    }
    if (plan.narrower()) {
      for (LanguageModel model : fitting(narrower, plain)) {
        try (Ear narrow = ear(model, plan)) {
          plan.views().stream()
              .limit(NARROWER_VIEWS)
              .forEach(view -> ballot.add(narrow.hear(audio, view), 1));
        }
      }
    }
    if (plan.second() && second.isPresent()) {
      try (Ear other = new Ear(second.get(), wide, plan.beam(), plan.alternatives())) {
        ballot.add(other.hear(audio, View.PLAIN), 1);
      }
    }
    return ballot;
  }

  /** The smallest of those that know what was heard. */
  private static List<LanguageModel> fitting(List<LanguageModel> narrower, List<Transcript> plain) {
    List<Transcript.Word> words = plain.getFirst().words();
    return narrower.stream()
        .filter(model -> !words.isEmpty() && known(model, words) >= KNOWN)
        .sorted(
            Comparator.comparingInt((LanguageModel model) -> model.pronunciations().size())
                .thenComparing(model -> -known(model, words)))
        .limit(MOST_NARROWER)
        .toList();
  }

  private static double known(LanguageModel model, List<Transcript.Word> words) {
    long count =
        words.stream().filter(word -> model.pronunciations().containsKey(word.text())).count();
    return (double) count / words.size();
  }
}
