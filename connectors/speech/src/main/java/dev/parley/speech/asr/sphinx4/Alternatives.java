package dev.parley.speech.asr.sphinx4;

import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.Transcript.Word;
import dev.parley.speech.asr.sphinx4.WordGraph.Arc;
import dev.parley.speech.asr.sphinx4.WordGraph.Step;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.result.Lattice;
import edu.cmu.sphinx.result.Node;
import edu.cmu.sphinx.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a search's result says, the likeliest first. Pure. */
final class Alternatives {

  /** As many steps are tried before those who were found are enough. */
  private static final int TRIES = 4000;

  /** A way through the graph, as far as it was followed. */
  private record Way(Step at, @Nullable Way before, double score, double hoped, String text) {}

  private Alternatives() {}

  /** The likeliest words of a search that goes on; it tells no confidence. */
  static Transcript sofar(Result result) {
    List<Word> words = new ArrayList<>();
    Token token = result.getBestToken();
    long end = 0;
    for (; token != null; token = token.getPredecessor()) {
      if (token.isWord() && !token.getWord().isFiller()) {
        long at = token.getCollectTime();
        words.add(new Word(token.getWord().getSpelling(), at, Math.max(at, end), 1));
        end = at;
      }
    }
    return words.isEmpty() ? Transcript.EMPTY : new Transcript(words.reversed(), 1);
  }

  /**
   * Of a search that has ended.
   *
   * @param scale what a logarithm of a probability counts for the confidence
   * @param trust what becomes of it then
   */
  static List<Transcript> of(Result result, double scale, Trust trust, int most) {
    Lattice lattice = new Lattice(result);
    if (lattice.getInitialNode() == null || lattice.getTerminalNode() == null) {
      return List.of(Transcript.EMPTY);
    }
    WordGraph graph = WordGraph.of(lattice, scale);
    Map<String, Transcript> found = new LinkedHashMap<>();
    Set<String> passed = new HashSet<>();
    PriorityQueue<Way> ways =
        new PriorityQueue<>(Comparator.comparingDouble(Way::hoped).reversed());
    ways.add(new Way(graph.first(), null, 0, graph.best(graph.first()), ""));
    double least = 1;
    for (int tries = 0; tries < TRIES && !ways.isEmpty() && found.size() < most; tries++) {
      Way way = ways.remove();
      if (graph.isLast(way.at())) {
        if (!found.containsKey(way.text())) {
          Transcript next = transcript(graph, trust, way, least);
          least = next.confidence();
          found.put(way.text(), next);
        }
      } else if (passed.add(way.at().node().getId() + ' ' + way.text())) {
        for (Arc arc : way.at().next()) {
          double score = way.score() + arc.score();
          double hoped = score + graph.best(arc.to());
          if (hoped > Double.NEGATIVE_INFINITY) {
            ways.add(new Way(arc.to(), way, score, hoped, text(way.text(), arc.to().node())));
          }
        }
      }
    }
    return found.isEmpty() ? List.of(Transcript.EMPTY) : List.copyOf(found.values());
  }

  private static String text(String before, Node next) {
    return isSaid(next) ? before + ' ' + next.getWord().getSpelling() : before;
  }

  private static boolean isSaid(Node node) {
    return !node.getWord().isFiller();
  }

  /** A less likely way is no surer than those before, though its words may be in all of them. */
  private static Transcript transcript(WordGraph graph, Trust trust, Way way, double atMost) {
    List<Word> words = new ArrayList<>();
    double sure = 1;
    for (@Nullable Way at = way; at != null; at = at.before()) {
      Node node = at.at().node();
      if (isSaid(node)) {
        double confidence = trust.in(graph.probability(node));
        sure *= confidence;
        long start = Math.max(0, node.getBeginTime());
        words.add(
            new Word(
                node.getWord().getSpelling(),
                start,
                Math.max(start, node.getEndTime()),
                confidence));
      }
    }
    return words.isEmpty()
        ? Transcript.EMPTY
        : new Transcript(words.reversed(), Math.min(sure, atMost));
  }
}
