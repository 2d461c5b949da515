package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Numbers with a fraction: "three point one four", "two and a half". */
public record Decimals(BigDecimal least, BigDecimal most) implements Slot {

  @Override
  public List<Found> read(List<String> words, int from) {
    List<Found> found = new ArrayList<>();
    boolean negative = words.get(from).equals("minus");
    int first = negative ? from + 1 : from;
    if (first < words.size() && words.get(first).matches("[0-9]{1,12}\\.[0-9]{1,9}")) {
      add(found, from, first + 1, words.get(first), negative);
    }
    var whole = NumberWords.cardinal(words, first);
    boolean bare = first < words.size() && words.get(first).equals("point");
    if (whole.isEmpty() && !bare) {
      return found;
    }
    String start = whole.map(number -> Long.toString(number.value())).orElse("0");
    int at = whole.map(NumberWords.Cardinal::end).orElse(first);
    if (!bare) {
      add(found, from, at, start, negative);
      if (at + 2 < words.size() && words.subList(at, at + 3).equals(List.of("and", "a", "half"))) {
        add(found, from, at + 3, start + ".5", negative);
      }
    }
    if (at < words.size() && (words.get(at).equals("point") || words.get(at).equals("dot"))) {
      StringBuilder digits = new StringBuilder();
      for (int i = at + 1; i < words.size() && digits.length() < 9; i++) {
        OptionalInt digit = NumberWords.digit(words.get(i));
        int small = NumberWords.small(words.get(i)).orElse(-1);
        if (digit.isEmpty() && (small < 0 || !digits.isEmpty())) {
          break;
        }
        digits.append(digit.isPresent() ? digit.getAsInt() : small);
        add(found, from, i + 1, start + "." + digits, negative);
      }
    }
    return found;
  }

  private void add(List<Found> found, int from, int to, String text, boolean negative) {
    BigDecimal value = negative ? new BigDecimal(text).negate() : new BigDecimal(text);
    if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
      found.add(new Found(from, to, value.toPlainString(), said(value), 1, 0.3, false));
    }
  }

  /** A decimal in words. */
  static String said(BigDecimal value) {
    String[] parts = value.abs().toPlainString().split("\\.", -1);
    StringBuilder words = new StringBuilder(value.signum() < 0 ? "minus " : "");
    words.append(parts[0].length() > 12 ? parts[0] : NumberWords.inWords(Long.parseLong(parts[0])));
    if (parts.length > 1) {
      words.append(" point");
      parts[1].chars().forEach(c -> words.append(' ').append(NumberWords.DIGITS.get(c - '0')));
    }
    return words.toString();
  }

  @Override
  public Net net() {
    Net whole = NumberNets.upTo(Math.max(9, most.min(BigDecimal.valueOf(9_999)).longValue()));
    Net fraction = Net.words("point").then(NumberNets.digits(0.4));
    return new Net.Weighing()
        .add(0.95, whole.then(fraction.maybe(0.4)))
        .add(0.05, whole.then(Net.words("and", "a", "half")))
        .net();
  }

  @Override
  public boolean isOpen(List<String> words) {
    return !words.isEmpty()
        && (words.getLast().equals("point") || NumberWords.isTens(words.getLast()));
  }
}
