package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.util.List;

/** How numbers are said. */
final class NumberNets {

  private static final Net UNIT = Net.anyOf(NumberWords.DIGITS.subList(1, 10));
  private static final Net TEEN = Net.anyOf(NumberWords.TEENS);
  private static final Net TENS = Net.anyOf(NumberWords.TENS);

  private NumberNets() {}

  /** Whole numbers up to the most. */
  static Net upTo(long most) {
    if (most < 10) {
      return Net.anyOf(NumberWords.DIGITS.subList(0, (int) Math.max(0, most) + 1));
    }
    Net.Weighing weighing = new Net.Weighing().add(4, UNIT).add(0.3, Net.words("zero"));
    weighing.add(2, most < 20 ? Net.anyOf(NumberWords.TEENS.subList(0, (int) most - 9)) : TEEN);
    if (most >= 20) {
      int tens = (int) Math.min(8, most / 10 - 1);
      Net some = most >= 100 ? TENS : Net.anyOf(NumberWords.TENS.subList(0, tens));
      weighing.add(3, some.then(UNIT.maybe(0.5)));
    }
    Net small = weighing.net();
    if (most < 100) {
      return small;
    }
    Net rest = Net.words("and").maybe(0.5).then(small).maybe(0.6);
    Net hundreds = Net.oneOf(List.of(UNIT, Net.words("a"))).then(Net.words("hundred")).then(rest);
    Net.Weighing all = new Net.Weighing().add(4, small).add(1.5, hundreds);
    if (most >= 1_000) {
      Net below = Net.oneOf(List.of(small, hundreds));
      Net tail = Net.oneOf(List.of(hundreds, Net.words("and").then(small))).maybe(0.5);
      all.add(0.7, below.then(Net.words("thousand")).then(tail));
    }
    if (most >= 1_000_000) {
      all.add(0.2, small.then(Net.words("million")));
    }
    return all.net();
  }

  /** Digits one by one. */
  static Net digits(double again) {
    return Net.anyOf(
            List.of(
                "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight",
                "nine"))
        .repeated(again);
  }
}
