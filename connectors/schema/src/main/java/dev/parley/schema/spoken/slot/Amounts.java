package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Amounts of money: "four dollars fifty", "four fifty", "fifty cents".
 *
 * @param inCents whether the schema counts cents
 */
public record Amounts(BigDecimal least, BigDecimal most, boolean inCents, boolean whole)
    implements Slot {

  private static final Set<String> BIG =
      Set.of("dollar", "dollars", "euro", "euros", "pound", "pounds", "bucks");
  private static final Set<String> SMALL = Set.of("cent", "cents", "penny", "pence");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public List<Found> read(List<String> words, int from) {
    List<Found> found = new ArrayList<>();
    String first = words.get(from);
    if (first.matches("[$€£]?[0-9]{1,12}(\\.[0-9]{1,2})?")) {
      units(words, from, from + 1, new BigDecimal(first.replaceAll("[$€£]", "")), 1, found);
    }
    boolean article =
        first.equals("a") && from + 1 < words.size() && BIG.contains(words.get(from + 1));
    var number = NumberWords.cardinal(words, from);
    if (number.isEmpty() && !article) {
      return found;
    }
    long value = number.map(NumberWords.Cardinal::value).orElse(1L);
    int at = number.map(NumberWords.Cardinal::end).orElse(from + 1);
    BigDecimal units = BigDecimal.valueOf(value);
    if (is(SMALL, words, at)) {
      add(found, from, at + 1, units.movePointLeft(2), 1);
      return found;
    }
    boolean named = is(BIG, words, at);
    units(words, from, at, units, 0.9, found);
    rest(words, from, named ? at + 1 : at, units, named, found);
    if (!named && at < words.size() && words.get(at).equals("point")) {
      point(words, from, at, units, found);
    }
    return found;
  }

  /** With the currency behind it, and without: it may be an argument of its own. */
  private void units(
      List<String> words, int from, int at, BigDecimal units, double bare, List<Found> found) {
    boolean named = is(BIG, words, at);
    if (named) {
      add(found, from, at + 1, units, 1);
    }
    if (at > from) {
      add(found, from, at, units, named ? 1 : bare);
    }
  }

  /** The cents behind: "fifty", "and fifty cents". */
  private void rest(
      List<String> words, int from, int at, BigDecimal units, boolean named, List<Found> found) {
    int next = at < words.size() && words.get(at).equals("and") ? at + 1 : at;
    var cents = NumberWords.cardinal(words, next);
    long value = cents.map(NumberWords.Cardinal::value).orElse(-1L);
    int end = cents.map(NumberWords.Cardinal::end).orElse(next);
    boolean ending = is(SMALL, words, end);
    if (value >= (named || ending ? 1 : 10) && value < 100) {
      BigDecimal all = units.add(BigDecimal.valueOf(value, 2));
      add(found, from, ending ? end + 1 : end, all, named || ending ? 1 : 0.9);
    }
    boolean oh = next + 1 < words.size() && Set.of("oh", "o", "zero").contains(words.get(next));
    if (oh) {
      NumberWords.digit(words.get(next + 1))
          .ifPresent(
              digit -> add(found, from, next + 2, units.add(BigDecimal.valueOf(digit, 2)), 0.9));
    }
  }

  private void point(List<String> words, int from, int at, BigDecimal units, List<Found> found) {
    StringBuilder digits = new StringBuilder();
    int i = at + 1;
    var both = NumberWords.cardinal(words, i).filter(n -> n.value() >= 10 && n.value() < 100);
    if (both.isPresent()) {
      digits.append(both.get().value());
      i = both.get().end();
    }
    while (digits.length() < 2 && i < words.size()) {
      var digit = NumberWords.digit(words.get(i));
      if (digit.isEmpty()) {
        break;
      }
      digits.append(digit.getAsInt());
      i++;
    }
    if (!digits.isEmpty()) {
      int end = is(BIG, words, i) ? i + 1 : i;
      add(found, from, end, units.add(new BigDecimal("0." + digits)), 1);
    }
  }

  private void add(List<Found> found, int from, int to, BigDecimal amount, double fit) {
    BigDecimal value = (inCents ? amount.multiply(HUNDRED) : amount).stripTrailingZeros();
    boolean fits = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    if (fits && (!whole || value.scale() <= 0)) {
      found.add(new Found(from, to, value.toPlainString(), said(amount), fit, 0.3, false));
    }
  }

  private static String said(BigDecimal amount) {
    long cents = amount.movePointRight(2).longValue();
    String units = NumberWords.inWords(cents / 100);
    return cents % 100 == 0
        ? units
        : cents < 100
            ? NumberWords.inWords(cents) + " cents"
            : cents % 100 < 10
                ? units + " oh " + NumberWords.inWords(cents % 100)
                : units + " " + NumberWords.inWords(cents % 100);
  }

  private static boolean is(Set<String> some, List<String> words, int at) {
    return at < words.size() && some.contains(words.get(at));
  }

  @Override
  public Net net() {
    BigDecimal units = inCents ? most.movePointLeft(2) : most;
    Net number = NumberNets.upTo(Math.max(9, units.min(BigDecimal.valueOf(9_999)).longValue()));
    Net cents = NumberNets.upTo(99);
    Net big = Net.anyOf(List.of("dollars", "dollars", "dollar", "euros", "pounds"));
    Net tail = Net.words("and").maybe(0.3).then(cents).then(Net.words("cents").maybe(0.5));
    return new Net.Weighing()
        .add(6, number.then(big).then(tail.maybe(0.4)))
        .add(2, number.then(cents.maybe(0.6)))
        .add(1, cents.then(Net.words("cents")))
        .add(0.5, number.then(Net.words("point")).then(NumberNets.digits(0.4)))
        .net();
  }

  @Override
  public boolean isOpen(List<String> words) {
    return !words.isEmpty()
        && (words.getLast().equals("point") || NumberWords.isTens(words.getLast()));
  }
}
