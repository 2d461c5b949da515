package dev.parley.schema.spoken;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How likely a part of a code is put right in which way. */
final class CorrectionNets {

  private static final int MOST_PLACES = 20;
  private static final List<String> LETTERS =
      IntStream.rangeClosed('a', 'z').mapToObj(c -> String.valueOf((char) c)).toList();

  private CorrectionNets() {}

  /**
   * A few characters, and where they belong.
   *
   * @param length how many characters the code has at the most
   */
  static Net of(int length) {
    Net plain = Net.anyOf(Stream.concat(LETTERS.stream(), NumberWords.DIGITS.stream()).toList());
    Net told =
        Net.anyOf(
            Stream.concat(Spelling.TOLD_APART.stream(), NumberWords.DIGITS.stream()).toList());
    Net not = Net.words("not").then(Net.words("a").maybe(0.5)).then(plain);
    return new Net.Weighing()
        .add(3, run(plain).then(not.maybe(0.15)))
        .add(3, run(told))
        .add(1, explained())
        .add(2, places(plain, told, Math.clamp(length, 9, MOST_PLACES)))
        .net();
  }

  private static Net run(Net characters) {
    Net part = new Net.Weighing().add(20, characters).add(1, Net.words("dash")).net();
    return Net.words("a").maybe(0.1).then(part.repeated(0.5));
  }

  /** "n as in november". */
  private static Net explained() {
    Net.Weighing all = new Net.Weighing();
    for (int i = 0; i < LETTERS.size(); i++) {
      Net as = Net.anyOf(List.of("as in", "for"));
      all.add(1, Net.words(LETTERS.get(i)).then(as).then(Net.words(Spelling.TOLD_APART.get(i))));
    }
    return all.net();
  }

  /** "the fifth one is alpha and the last is nine". */
  private static Net places(Net plain, Net told, int length) {
    Net ordinals =
        Net.anyOf(
            Stream.concat(
                    IntStream.rangeClosed(1, length).mapToObj(NumberWords::ordinal),
                    Stream.of("last"))
                .toList());
    Net kind = Net.anyOf(List.of("one", "letter", "digit", "character")).maybe(0.5);
    Net place =
        Net.words("the")
            .then(ordinals)
            .then(kind)
            .then(Net.words("is"))
            .then(Net.words("a").maybe(0.05))
            .then(new Net.Weighing().add(1, plain).add(1, told).net());
    return place.then(Net.words("and").maybe(0.6).then(place).maybe(0.15));
  }
}
