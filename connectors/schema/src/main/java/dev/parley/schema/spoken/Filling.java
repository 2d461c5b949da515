package dev.parley.schema.spoken;

import dev.parley.schema.spoken.slot.Found;
import dev.parley.schema.spoken.slot.Texts;
import dev.parley.schema.spoken.words.Control;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits an utterance to one tool: each word belongs to a value, speaks for the tool, means nothing,
 * or is in the way. Finds the best of it from left to right. Belongs to one thread.
 */
final class Filling {

  private static final int WIDTH = 12;
  private static final double IN_THE_WAY = -0.5;
  private static final double CUE = 0.4;
  private static final double NARROW = 0.05;

  private final Tool tool;
  private final List<String> words;
  private final String asked;

  /**
   * What was made of it.
   *
   * @param score of all words, at most 1 each
   * @param content how many words mean something
   * @param evidence how much the words speak for the tool itself
   */
  record Filled(Map<String, Found> values, double score, int content, double evidence) {
    double share() {
      return content == 0 ? 0 : score / content;
    }
  }

  private record Partial(
      Map<String, Found> values, List<Integer> skipped, double score, double evidence) {}

  /**
   * @param asked the argument that was asked for, or empty
   */
  Filling(Tool tool, List<String> words, String asked) {
    this.tool = tool;
    this.words = words;
    this.asked = asked;
  }

  Filled best() {
    List<List<Partial>> at = new ArrayList<>();
    for (int i = 0; i <= words.size(); i++) {
      at.add(new ArrayList<>());
    }
    at.getFirst().add(new Partial(Map.of(), List.of(), 0, 0));
    for (int i = 0; i < words.size(); i++) {
      List<Partial> open = best(at.get(i));
      int here = i;
      open.forEach(partial -> at.get(here + 1).add(skip(partial, here)));
      for (Argument argument : tool.arguments()) {
        for (Found found : read(argument, i)) {
          open.stream()
              .filter(partial -> !partial.values().containsKey(argument.name()))
              .forEach(partial -> at.get(found.to()).add(take(partial, argument, found)));
        }
      }
    }
    Partial best = best(at.getLast()).stream().findFirst().orElseThrow();
    return finished(dictate(best));
  }

  private List<Found> read(Argument argument, int from) {
    return argument.slot().map(slot -> slot.read(words, from)).orElse(List.of());
  }

  private Partial skip(Partial partial, int at) {
    String word = words.get(at);
    double speaks = tool.keyword(word);
    boolean cue = tool.arguments().stream().anyMatch(a -> a.cues().contains(word));
    double gain = speaks > 0 ? speaks : cue ? 0.5 : Control.isGlue(word) ? 0 : IN_THE_WAY;
    List<Integer> skipped = new ArrayList<>(partial.skipped());
    skipped.add(at);
    return new Partial(
        partial.values(),
        skipped,
        partial.score() + gain,
        partial.evidence() + Math.max(speaks, cue ? 0.2 : 0));
  }

  private Partial take(Partial partial, Argument argument, Found found) {
    Map<String, Found> values = new LinkedHashMap<>(partial.values());
    values.put(argument.name(), found);
    boolean aside =
        found.length() == 1 && words.size() > 1 && Control.isGlue(words.get(found.from()));
    double gain =
        found.length() * found.fit()
            + NARROW * found.narrow()
            + cue(argument, found.from())
            - (aside ? 1.2 : 0)
            + (argument.name().equals(asked) ? 0.3 : 0)
            + (argument.required() ? 0.05 : 0);
    return new Partial(values, partial.skipped(), partial.score() + gain, partial.evidence());
  }

  /** Whether the words before a value announce this argument, or another. */
  private double cue(Argument argument, int from) {
    for (int i = from - 1; i >= Math.max(0, from - 3); i--) {
      String word = words.get(i);
      if (argument.cues().contains(word)) {
        return CUE;
      }
      boolean other =
          tool.arguments().stream()
              .anyMatch(a -> !a.name().equals(argument.name()) && a.cues().contains(word));
      if (other) {
        return -CUE;
      }
    }
    return 0;
  }

  /** Gives the longest run of words that nothing claims to an argument that takes any text. */
  private Partial dictate(Partial partial) {
    Argument argument =
        tool.arguments().stream()
            .filter(a -> a.slot().isPresent() && a.slot().get() instanceof Texts)
            .filter(
                a ->
                    asked.isEmpty()
                        ? a.required() || partial.evidence() > 0
                        : a.name().equals(asked))
            .findFirst()
            .orElse(null);
    if (argument == null || !(argument.slot().orElseThrow() instanceof Texts texts)) {
      return partial;
    }
    int from = -1;
    int to = -1;
    for (int i = 0; i < partial.skipped().size(); i++) {
      int start = partial.skipped().get(i);
      int end = start;
      while (i + 1 < partial.skipped().size() && partial.skipped().get(i + 1) == end + 1) {
        end = partial.skipped().get(++i);
      }
      int first = asked.isEmpty() ? behindKeywords(start, end) : start;
      if (first <= end && end + 1 - first > to - from) {
        from = first;
        to = end + 1;
      }
    }
    if (from < 0) {
      return partial;
    }
    Map<String, Found> values = new LinkedHashMap<>(partial.values());
    int content = content(from, to);
    texts.dictated(words, from, to).forEach(found -> values.put(argument.name(), found));
    return new Partial(
        values,
        partial.skipped(),
        partial.score() + content * (1 - IN_THE_WAY),
        partial.evidence());
  }

  /** Where the text begins, behind the words that ask for the tool. */
  private int behindKeywords(int start, int end) {
    int first = start;
    for (int i = start; i <= end; i++) {
      if (tool.keyword(words.get(i)) > 0 || cues(words.get(i))) {
        first = i + 1;
      }
    }
    while (first <= end && Control.isGlue(words.get(first))) {
      first++;
    }
    return first;
  }

  private boolean cues(String word) {
    return tool.arguments().stream().anyMatch(a -> a.cues().contains(word));
  }

  private int content(int from, int to) {
    return (int) words.subList(from, to).stream().filter(word -> !Control.isGlue(word)).count();
  }

  private Filled finished(Partial partial) {
    Map<String, Found> ordered = new LinkedHashMap<>();
    Map<Integer, Boolean> inValues = new HashMap<>();
    for (Argument argument : tool.arguments()) {
      Found found = partial.values().get(argument.name());
      if (found != null) {
        ordered.put(argument.name(), found);
        for (int i = found.from(); i < found.to(); i++) {
          inValues.put(i, true);
        }
      }
    }
    int content = 0;
    for (int i = 0; i < words.size(); i++) {
      content += inValues.containsKey(i) || !Control.isGlue(words.get(i)) ? 1 : 0;
    }
    return new Filled(ordered, partial.score(), content, partial.evidence());
  }

  private static List<Partial> best(List<Partial> partials) {
    return partials.stream()
        .sorted(Comparator.comparingDouble(Partial::score).reversed())
        .limit(WIDTH)
        .toList();
  }
}
