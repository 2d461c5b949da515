package dev.parley.speech.asr.sphinx4;

import edu.cmu.sphinx.result.Edge;
import edu.cmu.sphinx.result.Lattice;
import edu.cmu.sphinx.result.Node;
import edu.cmu.sphinx.util.LogMath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a search still held possible, with the probability of each word. Immutable.
 *
 * <p>Sphinx4's own posteriors take acoustic scores at their face value, and are sure of everything.
 * Here they count as little as the language model's do.
 */
final class WordGraph {

  /** A word at a time; fillers and the ends of the utterance are words, too. */
  record Step(Node node, List<Arc> next) {}

  /**
   * @param score natural logarithm, scaled
   */
  record Arc(Step to, double score) {}

  private final Step first;
  private final Step last;
  private final List<Step> order = new ArrayList<>();
  private final IdentityHashMap<Step, Double> best = new IdentityHashMap<>();
  private final IdentityHashMap<Step, Double> posterior = new IdentityHashMap<>();

  private WordGraph(Step first, Step last) {
    this.first = first;
    this.last = last;
  }

  /**
   * @param scale what a logarithm of a probability counts
   */
  static WordGraph of(Lattice lattice, double scale) {
    Map<String, Step> steps = new HashMap<>();
    for (Node node : lattice.getNodes()) {
      steps.put(node.getId(), new Step(node, new ArrayList<>()));
    }
    LogMath logs = LogMath.getLogMath();
    for (Node node : lattice.getNodes()) {
      for (Edge edge : node.getLeavingEdges()) {
        double score = edge.getAcousticScore() + edge.getLMScore();
        step(steps, node)
            .next()
            .add(new Arc(step(steps, edge.getToNode()), scale * logs.logToLn((float) score)));
      }
    }
    WordGraph graph =
        new WordGraph(
            step(steps, lattice.getInitialNode()), step(steps, lattice.getTerminalNode()));
    graph.sort();
    graph.weigh();
    return graph;
  }

  private static Step step(Map<String, Step> steps, Node node) {
    return java.util.Objects.requireNonNull(steps.get(node.getId()));
  }

  Step first() {
    return first;
  }

  boolean isLast(Step step) {
    return step.node().equals(last.node());
  }

  /** The score of the best way from there to the end; minus infinity if there is none. */
  double best(Step from) {
    return best.getOrDefault(from, Double.NEGATIVE_INFINITY);
  }

  /** How probable it is that this word was said at about this time, 0 to 1. */
  double probability(Node word) {
    long middle = (word.getBeginTime() + word.getEndTime()) / 2;
    String text = word.getWord().getSpelling();
    double sum = 0;
    for (Step step : order) {
      Node other = step.node();
      if (other.getBeginTime() <= middle
          && other.getEndTime() >= middle
          && other.getWord().getSpelling().equals(text)) {
        sum += posterior.getOrDefault(step, 0.0);
      }
    }
    return Math.clamp(sum, 0, 1);
  }

  /** What can be reached, each word before those that follow it. */
  private void sort() {
    IdentityHashMap<Step, Integer> waiting = new IdentityHashMap<>();
    Deque<Step> open = new ArrayDeque<>(List.of(first));
    waiting.put(first, 0);
    while (!open.isEmpty()) {
      for (Arc arc : open.pop().next()) {
        if (waiting.merge(arc.to(), 1, Integer::sum) == 1) {
          open.push(arc.to());
        }
      }
    }
    open.push(first);
    while (!open.isEmpty()) {
      Step step = open.pop();
      order.add(step);
      for (Arc arc : step.next()) {
        if (waiting.merge(arc.to(), -1, Integer::sum) == 0) {
          open.push(arc.to());
        }
      }
    }
  }

  private void weigh() {
    IdentityHashMap<Step, Double> forward = new IdentityHashMap<>();
    forward.put(first, 0.0);
    for (Step step : order) {
      double here = forward.getOrDefault(step, Double.NEGATIVE_INFINITY);
      for (Arc arc : step.next()) {
        forward.merge(arc.to(), here + arc.score(), WordGraph::logSum);
      }
    }
    IdentityHashMap<Step, Double> backward = new IdentityHashMap<>();
    backward.put(last, 0.0);
    best.put(last, 0.0);
    for (Step step : order.reversed()) {
      for (Arc arc : step.next()) {
        best.merge(step, best(arc.to()) + arc.score(), Math::max);
        double there = backward.getOrDefault(arc.to(), Double.NEGATIVE_INFINITY);
        backward.merge(step, there + arc.score(), WordGraph::logSum);
      }
    }
    double all = forward.getOrDefault(last, 0.0);
    for (Step step : order) {
      double through =
          forward.getOrDefault(step, Double.NEGATIVE_INFINITY)
              + backward.getOrDefault(step, Double.NEGATIVE_INFINITY);
      posterior.put(step, Math.exp(through - all));
    }
  }

  private static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
