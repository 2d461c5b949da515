package dev.parley.speech.asr.effort;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises an utterance as thoroughly as a plan wants: several passes, which vote. Blocks while
 * it computes: for a call to {@code Offload}. Holds no decoder between calls; safe for any thread.
 */
public final class Passes {

  /** A narrower model takes part if it knows so much of what the first pass heard. */
  private static final double KNOWN = 0.5;

  /** What its vote counts: it has fewer ways to be wrong. */
  private static final double NARROWER = 2;

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
    return refine(
        pass(first, View.PLAIN, audio, wide, plan.beam(), plan.alternatives()),
        audio,
        wide,
        narrower,
        plan);
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
    return Certainty.rate(vote(plain, audio, wide, narrower, plan), plan.alternatives());
  }

  /** What all passes say. */
  Ballot vote(
      List<Transcript> plain,
      Samples audio,
      LanguageModel wide,
      List<LanguageModel> narrower,
      EffortPlan plan) {
    Ballot ballot = new Ballot();
    ballot.add(plain, 1);
    Beam beam = plan.beam();
    int most = plan.alternatives();
    for (View view : plan.views().subList(1, plan.views().size())) {
      ballot.add(pass(first, view, audio, wide, beam, most), 1);
    }
    if (plan.narrower()) {
      for (LanguageModel model : fitting(narrower, plain)) {
        ballot.add(pass(first, View.PLAIN, audio, model, beam, most), NARROWER);
      }
    }
    if (plan.second() && second.isPresent()) {
      ballot.add(pass(second.get(), View.PLAIN, audio, wide, beam, most), 1);
    }
    return ballot;
  }

  /** Those that know most of the words that were heard. */
  private static List<LanguageModel> fitting(List<LanguageModel> narrower, List<Transcript> plain) {
    List<Transcript.Word> words = plain.getFirst().words();
    return narrower.stream()
        .filter(
            model ->
                !words.isEmpty()
                    && words.stream()
                            .filter(word -> model.pronunciations().containsKey(word.text()))
                            .count()
                        >= KNOWN * words.size())
        .toList();
  }

  private static List<Transcript> pass(
      Recogniser recogniser,
      View view,
      Samples audio,
      LanguageModel model,
      Beam beam,
      int alternatives) {
    try (Decoder decoder = recogniser.open(new Task.Expected(model), beam)) {
      decoder.begin();
      decoder.feed(view.of(audio));
      List<Transcript> found = new ArrayList<>();
      decoder.finish(alternatives).forEach(heard -> found.add(view.back(heard)));
      return found;
    }
  }
}
