package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Confusion;
import dev.parley.schema.spoken.words.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out whether words are a code of which little is missing or too much. It fills no gap:
 * nobody has said what belongs there. Belongs to one thread.
 */
public final class CodeGaps {

  private static final double MOST = 2;
  private static final double MISSING = 1;
  private static final double TOO_MUCH = 1;
  private static final double SMALL_TOO_MUCH = 0.3;
  private static final double OTHER_KIND = 0.5;
  private static final int LEAST_SIGNS = 3;

  private final Codes codes;

  /**
   * What is not quite a code.
   *
   * @param text of what was heard, with the dashes of the pattern
   * @param cost how far it is from a code; above 0, and 1 for each character missing or too many
   */
  public record Gap(String text, double cost) {
    /** Keeps what was heard out of logs. */
    @Override
    public String toString() {
      return "Gap[%.1f]".formatted(cost);
    }
  }

  private record Way(BitSet state, String text, double cost) {}

  public CodeGaps(Codes codes) {
    this.codes = codes;
  }

  /**
   * What these words are, if they are hardly anything but a code that is not quite one.
   *
   * @param isBeside words that may stand around a code
   */
  public Optional<Gap> find(SpelledWords said, Predicate<String> isBeside) {
    List<Sign> signs = Signs.of(said, isBeside).orElse(List.of());
    long clear = signs.stream().filter(sign -> !sign.isSmall()).count();
    if (clear < LEAST_SIGNS || signs.size() > codes.most() + MOST) {
      return Optional.empty();
    }
    Map<BitSet, Way> ways = filled(Map.of(codes.pattern().start(), start()));
    for (Sign sign : signs) {
      ways = filled(heard(ways, sign));
    }
    return ways.values().stream()
        .filter(way -> way.cost() > 0 && codes.pattern().accepts(way.state()))
        .min((one, other) -> Double.compare(one.cost(), other.cost()))
        .map(way -> new Gap(way.text(), way.cost()));
  }

  /**
   * The code that is left when one word is left out that has no place in it.
   *
   * @return nothing if several codes could be left
   */
  public Optional<String> withoutOne(SpelledWords said) {
    Set<String> left = new HashSet<>();
    int from = 0;
    while (from < said.count() && Spelling.meanings(said.word(from)).isEmpty()) {
      from++;
    }
    for (int i = from; i < said.count() && said.count() <= codes.most() + 2 * MOST; i++) {
      List<String> rest = new ArrayList<>(said.words().subList(from, said.count()));
      rest.remove(i - from);
      codes.spelled(rest).stream().limit(2).forEach(left::add);
    }
    return left.size() == 1 ? Optional.of(left.iterator().next()) : Optional.empty();
  }

  private Way start() {
    return new Way(codes.pattern().start(), "", 0);
  }

  private Map<BitSet, Way> heard(Map<BitSet, Way> ways, Sign sign) {
    Map<BitSet, Way> next = new HashMap<>();
    for (Way way : ways.values()) {
      for (char option : sign.options().keySet()) {
        char upper = Character.toUpperCase(option);
        keep(next, step(way, upper, 0));
        keep(next, step(way, option, 0));
        for (char other : Confusion.otherKind(option).toCharArray()) {
          keep(next, step(way, Character.toUpperCase(other), OTHER_KIND));
        }
      }
      char first = sign.options().keySet().iterator().next();
      keep(
          next,
          new Way(
              way.state(),
              sign.isSmall() ? way.text() : way.text() + Character.toUpperCase(first),
              way.cost() + (sign.isSmall() ? SMALL_TOO_MUCH : TOO_MUCH)));
    }
    return next;
  }

  /** With characters left out, and with dashes that nobody says. */
  private Map<BitSet, Way> filled(Map<BitSet, Way> ways) {
    Map<BitSet, Way> all = new HashMap<>(ways);
    Deque<Way> open = new ArrayDeque<>(ways.values());
    while (!open.isEmpty()) {
      Way way = open.remove();
      for (Way next : gaps(way)) {
        if (keep(all, next)) {
          open.add(next);
        }
      }
    }
    return all;
  }

  private List<Way> gaps(Way way) {
    List<Way> gaps = new ArrayList<>();
    BitSet next = codes.pattern().next(way.state());
    for (int i = next.nextSetBit(0); i >= 0; i = next.nextSetBit(i + 1)) {
      char c = (char) i;
      BitSet state = codes.pattern().step(way.state(), c);
      gaps.add(
          Character.isLetterOrDigit(c)
              ? new Way(state, way.text(), way.cost() + MISSING)
              : new Way(state, way.text() + c, way.cost()));
    }
    return gaps;
  }

  private Way step(Way way, char character, double cost) {
    return new Way(
        codes.pattern().step(way.state(), character), way.text() + character, way.cost() + cost);
  }

  private static boolean keep(Map<BitSet, Way> ways, Way way) {
    if (way.state().isEmpty() || way.cost() > MOST) {
      return false;
    }
    Way old = ways.get(way.state());
    if (old != null && old.cost() <= way.cost()) {
      return false;
    }
    ways.put(way.state(), way);
    return true;
  }
}
