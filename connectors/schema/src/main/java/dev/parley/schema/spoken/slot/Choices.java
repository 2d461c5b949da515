package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.Distance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of a few, by its words or by words like them.
 *
 * @param phrases the JSON of each value, and how it is said
 */
public record Choices(Map<String, String> phrases) implements Slot {

  private static final double ALIKE = 0.7;

  public Choices {
    phrases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(phrases));
  }

  @Override
  public List<Found> read(List<String> words, int from) {
    Found best = null;
    for (var phrase : phrases.entrySet()) {
      String[] own = phrase.getValue().split(" ", -1);
      String wanted = String.join("", own);
      for (int length = Math.max(1, own.length - 1); length <= own.length + 1; length++) {
        if (from + length > words.size()) {
          break;
        }
        String heard =
            String.join("", words.subList(from, from + length)).replaceAll("[^\\p{L}\\p{N}]", "");
        double likeness = wanted.equals(heard) ? 1 : 0.9 * Distance.likeness(wanted, heard);
        boolean better = best == null || likeness > best.fit();
        if (better && (likeness == 1 || (likeness >= ALIKE && wanted.length() > 3))) {
          best =
              new Found(
                  from, from + length, phrase.getKey(), phrase.getValue(), likeness, 0.95, false);
        }
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  @Override
  public Net net() {
    return Net.anyOf(phrases.values());
  }

  @Override
  public boolean isOpen(List<String> words) {
    return !words.isEmpty()
        && phrases.values().stream().noneMatch(phrase -> endsWith(words, phrase))
        && phrases.values().stream().anyMatch(phrase -> phrase.startsWith(words.getLast() + " "));
  }

  private static boolean endsWith(List<String> words, String phrase) {
    return (" " + String.join(" ", words)).endsWith(" " + phrase);
  }

  /** The values in the order of the schema. */
  public List<String> values() {
    return new ArrayList<>(phrases.keySet());
  }
}
