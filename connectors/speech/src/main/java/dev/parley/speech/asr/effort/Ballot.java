package dev.parley.speech.asr.effort;

import dev.parley.speech.asr.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what several passes say of one utterance. A pass gives one vote to its best reading and
 * less to the others; and each word of its best reading speaks for that word in all readings. Pure;
 * one thread at a time.
 */
final class Ballot {

  /**
   * What a pass gives to its second reading, its third, and so on: that much of a vote, divided by
   * the place.
   */
  private static final double OTHERS = 0.3;

  /** How the passes saw one reading. */
  static final class Candidate {
    private final Transcript first;
    private double votes;
    private double firsts;
    private double weakest = 1;

    private Candidate(Transcript first) {
      this.first = first;
    }

    /** As the pass heard it that named it first. */
    Transcript transcript() {
      return first;
    }
  }

  /** What a pass heard best. */
  private record Pass(List<Transcript.Word> words, double weight) {}

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final List<Pass> bests = new ArrayList<>();
  private double passes;

  /**
   * @param readings the likeliest first
   * @param weight of this pass; 1 is a whole one
   */
  void add(List<Transcript> readings, double weight) {
    passes += weight;
    bests.add(new Pass(readings.getFirst().words(), weight));
    int place = 0;
    for (Transcript reading : readings) {
      if (!reading.words().isEmpty()) {
        Candidate candidate =
            candidates.computeIfAbsent(reading.text(), text -> new Candidate(reading));
        candidate.votes += weight * (place == 0 ? 1 : OTHERS / (place + 1));
        if (place == 0) {
          candidate.firsts += weight;
          candidate.weakest =
              Math.min(
                  candidate.weakest,
                  reading.words().stream()
                      .mapToDouble(Transcript.Word::confidence)
                      .min()
                      .orElse(0));
        }
      }
      place++;
    }
  }

  /** Most votes first; of equals, the one that was named first. */
  List<Candidate> ranking() {
    List<Candidate> ranking = new ArrayList<>(candidates.values());
    ranking.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.votes));
    return ranking;
  }

  /** Which part of the passes has put it first. */
  double agreement(Candidate candidate) {
    return passes == 0 ? 0 : candidate.firsts / passes;
  }

  /** The word it was least sure of where it stood first; 0 if it never did. */
  double weakest(Candidate candidate) {
    return candidate.firsts == 0 ? 0 : candidate.weakest;
  }

  /**
   * How much all passes speak for each word of a reading: the mean of how sure they are that it is
   * at its place, 0 for a pass that heard something else there.
   */
  double[] support(Candidate candidate) {
    List<Transcript.Word> words = candidate.first.words();
    double[] support = new double[words.size()];
    for (Pass pass : bests) {
      double[] heard = Alignment.heard(words, pass.words());
      for (int i = 0; i < support.length; i++) {
        support[i] += heard[i] * pass.weight() / passes;
      }
    }
    return support;
  }

  double passes() {
    return passes;
  }
}
