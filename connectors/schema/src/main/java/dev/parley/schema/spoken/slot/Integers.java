package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Whole numbers: "twenty three", "four hundred and fifty", or digit by digit. */
public record Integers(long least, long most) implements Slot {

  @Override
  public List<Found> read(List<String> words, int from) {
    List<Found> found = new ArrayList<>();
    boolean negative = words.get(from).equals("minus");
    int first = negative ? from + 1 : from;
    int sign = negative ? -1 : 1;
    NumberWords.cardinal(words, first)
        .ifPresent(number -> add(found, from, number.end(), sign * number.value(), 1));
    long value = 0;
    int at = first;
    while (at < words.size() && at - first < 15) {
      OptionalInt digit = NumberWords.digit(words.get(at));
      if (digit.isEmpty()) {
        break;
      }
      value = value * 10 + digit.getAsInt();
      at++;
      boolean alike = at == first + 1 && NumberWords.isSoundAlike(words.get(first));
      if (at > first + 1 || alike) {
        add(found, from, at, sign * value, alike ? 0.6 : 0.85);
      }
    }
    return found;
  }

  private void add(List<Found> found, int from, int to, long value, double fit) {
    if (value >= least && value <= most) {
      double narrow = most - least <= 1_000 ? 0.6 : 0.3;
      found.add(
          new Found(
              from, to, Long.toString(value), NumberWords.inWords(value), fit, narrow, false));
    }
  }

  @Override
  public Net net() {
    Net number = NumberNets.upTo(Math.max(most, 9));
    Net whole = least < 0 ? Net.words("minus").maybe(0.1).then(number) : number;
    return most < 100
        ? whole
        : new Net.Weighing().add(0.9, whole).add(0.1, NumberNets.digits(0.6)).net();
  }

  @Override
  public boolean isOpen(List<String> words) {
    return !words.isEmpty() && NumberWords.isTens(words.getLast()) && most >= 21;
  }
}
