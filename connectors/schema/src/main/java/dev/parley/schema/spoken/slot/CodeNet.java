package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.Spelling;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How codes of a pattern are likely to be said: walks the pattern position by position and counts
 * which word follows which. Belongs to one thread.
 */
final class CodeNet {

  private static final int LONGEST = 24;
  private static final double LEAST_MASS = 1e-4;

  /** How likely a code ends where it may also go on. */
  private static final double ENDS = 0.12;

  /** How likely letters are followed by letters and digits by digits, where both may come. */
  private static final double SAME_KIND = 0.9;

  private static final double SIGN = 0.05;
  private static final double SIGN_UNSAID = 0.4;

  /** How likely a letter is told apart at first, and by somebody who was misheard. */
  static final double SELDOM_TOLD_APART = 0.01;

  static final double MOSTLY_TOLD_APART = 0.95;
  private static final double OH = 0.45;
  private static final double DOUBLE = 0.01;
  private static final String START = "";

  private final Codes codes;
  private final double toldApart;
  private final Map<String, Double> first = new LinkedHashMap<>();
  private final Map<String, Double> last = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> follows = new LinkedHashMap<>();
  private double empty;

  private enum Kind {
    LETTER,
    DIGIT,
    SIGN
  }

  /** Where one is, and what was said last. */
  private record Stand(BitSet state, String word, Kind kind) {}

  /**
   * @param toldApart how likely a letter is said as "november" rather than "n"
   */
  CodeNet(Codes codes, double toldApart) {
    this.codes = codes;
    this.toldApart = toldApart;
  }

  Net net() {
    Map<Stand, Double> layer = new LinkedHashMap<>();
    layer.put(new Stand(codes.pattern().start(), START, Kind.SIGN), 1.0);
    for (int length = 0; length <= LONGEST && !layer.isEmpty(); length++) {
      Map<Stand, Double> next = new LinkedHashMap<>();
      Map<BitSet, Map<Kind, Map<Character, BitSet>>> ways = new HashMap<>();
      for (var stand : layer.entrySet()) {
        if (stand.getValue() < LEAST_MASS) {
          end(stand.getKey().word(), stand.getValue());
        } else {
          var kinds = ways.computeIfAbsent(stand.getKey().state(), this::ways);
          go(stand.getKey(), stand.getValue(), kinds, length, next);
        }
      }
      layer = next;
    }
    layer.forEach((stand, mass) -> end(stand.word(), mass));
    return new Net(first, last, follows, empty);
  }

  private void go(
      Stand stand,
      double mass,
      Map<Kind, Map<Character, BitSet>> kinds,
      int length,
      Map<Stand, Double> next) {
    boolean mayEnd = codes.pattern().accepts(stand.state()) && length >= codes.least();
    double ending = kinds.isEmpty() || length >= codes.most() ? 1 : mayEnd ? ENDS : 0;
    if (ending > 0) {
      end(stand.word(), mass * ending);
    }
    double going = mass * (1 - ending);
    if (going <= 0) {
      return;
    }
    double total = kinds.keySet().stream().mapToDouble(kind -> weight(stand, kind)).sum();
    kinds.forEach(
        (kind, characters) -> {
          double share = going * weight(stand, kind) / total / characters.size();
          characters.forEach((c, state) -> say(stand, share, kind, c, state, next));
        });
  }

  private void say(
      Stand stand, double mass, Kind kind, char c, BitSet state, Map<Stand, Double> next) {
    double said = kind == Kind.SIGN ? mass * (1 - SIGN_UNSAID) : mass;
    if (kind == Kind.SIGN) {
      next.merge(new Stand(state, stand.word(), stand.kind()), mass * SIGN_UNSAID, Double::sum);
    }
    List<String> names = Spelling.names(c);
    for (int i = 0; i < names.size(); i++) {
      double rare = c == '0' ? OH : toldApart;
      double share = names.size() == 1 ? 1 : i == 0 ? 1 - rare : rare / (names.size() - 1);
      String word = names.get(i);
      follow(stand.word(), word, said * share * (1 - DOUBLE));
      if (i == 0) {
        follow(stand.word(), "double", said * DOUBLE);
        follow("double", word, said * DOUBLE);
      }
      next.merge(new Stand(state, word, kind), said * share, Double::sum);
    }
  }

  private void follow(String word, String next, double mass) {
    if (word.equals(START)) {
      first.merge(next, mass, Double::sum);
    } else {
      follows.computeIfAbsent(word, any -> new LinkedHashMap<>()).merge(next, mass, Double::sum);
    }
  }

  private void end(String word, double mass) {
    if (word.equals(START)) {
      empty += mass;
    } else {
      last.merge(word, mass, Double::sum);
    }
  }

  private static double weight(Stand stand, Kind kind) {
    if (kind == Kind.SIGN) {
      return SIGN;
    }
    return stand.kind() == Kind.SIGN ? 1 : stand.kind() == kind ? SAME_KIND : 1 - SAME_KIND;
  }

  /** The characters that have a name, by kind, and where they lead. */
  private Map<Kind, Map<Character, BitSet>> ways(BitSet state) {
    Map<Kind, Map<Character, BitSet>> ways = new LinkedHashMap<>();
    BitSet next = codes.pattern().next(state);
    for (int i = next.nextSetBit(0); i >= 0; i = next.nextSetBit(i + 1)) {
      char c = (char) i;
      boolean asUpper = Character.isLowerCase(c) && next.get(Character.toUpperCase(c));
      if (!asUpper && !Spelling.names(c).isEmpty()) {
        Kind kind =
            Character.isLetter(c) ? Kind.LETTER : Character.isDigit(c) ? Kind.DIGIT : Kind.SIGN;
        ways.computeIfAbsent(kind, any -> new LinkedHashMap<>())
            .put(c, codes.pattern().step(state, c));
      }
    }
    return ways;
  }
}
