package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Days: "tomorrow", "the third of may", "next friday", as ISO dates, seen from the clock's day. */
public record Dates(Clock clock) implements Slot {

  private static final Net DAY =
      Net.anyOf(IntStream.rangeClosed(1, 31).mapToObj(Dates::ordinal).toList());
  private static final Net MONTH = Net.anyOf(DateWords.MONTHS);
  private static final Net YEAR =
      Net.anyOf(List.of("nineteen", "nineteen", "twenty")).then(NumberNets.upTo(99));

  @Override
  public List<Found> read(List<String> words, int from) {
    return new DateWords(words, today())
        .read(from).stream()
            .map(
                day ->
                    new Found(
                        from,
                        day.end(),
                        Json.text(day.date().toString()),
                        said(day.date()),
                        day.fit(),
                        0.8,
                        false))
            .toList();
  }

  private LocalDate today() {
    return clock.instant().atZone(clock.getZone()).toLocalDate();
  }

  /** A day in words: "may third, twenty twenty six". */
  static String said(LocalDate date) {
    int year = date.getYear();
    String years =
        (year >= 2000 && year < 2010) || year % 100 == 0
            ? NumberWords.inWords(year)
            : NumberWords.inWords(year / 100)
                + (year % 100 < 10 ? " oh " : " ")
                + NumberWords.inWords(year % 100);
    return DateWords.MONTHS.get(date.getMonthValue() - 1)
        + " "
        + ordinal(date.getDayOfMonth())
        + ", "
        + years;
  }

  static String ordinal(int day) {
    return NumberWords.ordinal(day);
  }

  @Override
  public Net net() {
    Net dayOfMonth =
        Net.oneOf(
            List.of(
                Net.words("the").maybe(0.5).then(DAY).then(Net.words("of")).then(MONTH),
                MONTH.then(Net.words("the").maybe(0.2)).then(DAY)));
    return new Net.Weighing()
        .add(6, dayOfMonth.then(YEAR.maybe(0.4)))
        .add(2, Net.anyOf(List.of("today", "tomorrow", "tomorrow", "the day after tomorrow")))
        .add(
            2,
            Net.anyOf(List.of("next", "on", "this")).maybe(0.5).then(Net.anyOf(DateWords.WEEKDAYS)))
        .add(
            0.5,
            Net.words("in").then(NumberNets.upTo(31)).then(Net.anyOf(List.of("days", "weeks"))))
        .add(0.3, Net.words("the").then(DAY))
        .net();
  }

  @Override
  public boolean isOpen(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    String last = words.getLast();
    return Set.of("next", "of", "in", "nineteen").contains(last)
        || (DateWords.MONTHS.contains(last) && !last.equals("may") && !endsInDay(words))
        || NumberWords.isTens(last);
  }

  private static boolean endsInDay(List<String> words) {
    int before = words.size() - 2;
    return before >= 0
        && (words.get(before).equals("of")
            || NumberWords.ordinal(words, before).isPresent()
            || NumberWords.cardinal(words, before).isPresent());
  }
}
