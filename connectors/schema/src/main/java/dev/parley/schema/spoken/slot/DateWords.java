package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.NumberWords;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a day in words, as seen from a day. */
final class DateWords {

  static final List<String> MONTHS =
      Stream.of(java.time.Month.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
  static final List<String> WEEKDAYS =
      Stream.of(DayOfWeek.values()).map(d -> d.name().toLowerCase(Locale.ROOT)).toList();

  private final List<String> words;
  private final LocalDate today;
  private final List<Day> found = new ArrayList<>();

  /** A day, and the index behind its last word. */
  record Day(LocalDate date, int end, double fit) {}

  DateWords(List<String> words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  List<Day> read(int from) {
    int at = from;
    while (at < words.size() && Set.of("on", "the", "this").contains(words.get(at))) {
      at++;
    }
    if (at >= words.size()) {
      return found;
    }
    relative(at);
    weekday(at);
    calendar(at);
    typed(at);
    return found;
  }

  private void relative(int at) {
    switch (words.get(at)) {
      case "today", "tonight" -> add(today, at + 1, 1);
      case "tomorrow" -> add(today.plusDays(1), at + 1, 1);
      case "yesterday" -> add(today.minusDays(1), at + 1, 1);
      case "day" -> {
        if (is(at + 1, "after") && is(at + 2, "tomorrow")) {
          add(today.plusDays(2), at + 3, 1);
        } else if (is(at + 1, "before") && is(at + 2, "yesterday")) {
          add(today.minusDays(2), at + 3, 1);
        }
      }
      case "next" -> {
        if (is(at + 1, "week")) {
          add(today.plusWeeks(1), at + 2, 0.8);
        } else if (is(at + 1, "month")) {
          add(today.plusMonths(1), at + 2, 0.8);
        }
      }
      case "in" -> span(at + 1);
      default -> {}
    }
  }

  private void span(int at) {
    boolean one = is(at, "a");
    var number = one ? Optional.of(new NumberWords.Cardinal(1, at + 1)) : cardinal(at);
    if (number.isEmpty() || number.get().value() > 10_000 || number.get().end() >= words.size()) {
      return;
    }
    long count = number.get().value();
    int end = number.get().end();
    switch (words.get(end)) {
      case "day", "days" -> add(today.plusDays(count), end + 1, 1);
      case "week", "weeks" -> add(today.plusWeeks(count), end + 1, 1);
      case "month", "months" -> add(today.plusMonths(count), end + 1, 1);
      case "year", "years" -> add(today.plusYears(count), end + 1, 1);
      default -> {}
    }
  }

  private void weekday(int at) {
    boolean next = is(at, "next");
    int day = next ? at + 1 : at;
    int index = day < words.size() ? WEEKDAYS.indexOf(words.get(day)) : -1;
    if (index >= 0) {
      LocalDate date = today.with(TemporalAdjusters.next(DayOfWeek.of(index + 1)));
      add(date, day + 1, 1);
    }
  }

  /** "third of may", "may the third", "third", each with a year or without. */
  private void calendar(int at) {
    int month = MONTHS.indexOf(words.get(at)) + 1;
    if (month > 0) {
      int dayAt = is(at + 1, "the") ? at + 2 : at + 1;
      dayOf(dayAt).ifPresent(day -> dated(month, (int) day.value(), day.end(), 1));
      return;
    }
    var day = NumberWords.ordinal(words, at).or(() -> cardinal(at)).filter(d -> d.value() <= 31);
    if (day.isEmpty()) {
      return;
    }
    int end = day.get().end();
    int named = is(end, "of") ? end + 1 : end;
    int behind = named < words.size() ? MONTHS.indexOf(words.get(named)) + 1 : 0;
    if (behind > 0) {
      dated(behind, (int) day.get().value(), named + 1, 1);
    } else if (NumberWords.ordinal(words, at).isPresent()) {
      nextSuchDay((int) day.get().value(), end);
    } else {
      inNumbers((int) day.get().value(), end);
    }
  }

  private Optional<NumberWords.Cardinal> dayOf(int at) {
    return NumberWords.ordinal(words, at)
        .or(() -> cardinal(at))
        .filter(day -> day.value() >= 1 && day.value() <= 31);
  }

  /** "eleven twenty seven fifty seven": month, day, year. */
  private void inNumbers(int month, int at) {
    var day = cardinal(at).filter(d -> d.value() >= 1 && d.value() <= 31);
    if (month >= 1 && month <= 12 && day.isPresent()) {
      year(day.get().end())
          .ifPresent(y -> date((int) y.value(), month, (int) day.get().value(), y.end(), 0.7));
    }
  }

  private void dated(int month, int day, int end, double fit) {
    for (int year = today.getYear(); year <= today.getYear() + 4; year++) {
      if (isDay(year, month, day) && !LocalDate.of(year, month, day).isBefore(today)) {
        date(year, month, day, end, fit);
        break;
      }
    }
    year(end).ifPresent(year -> date((int) year.value(), month, day, year.end(), fit));
  }

  private void nextSuchDay(int day, int end) {
    for (LocalDate date = today; date.isBefore(today.plusDays(63)); date = date.plusDays(1)) {
      if (date.getDayOfMonth() == day) {
        add(date, end, 0.9);
        return;
      }
    }
  }

  /** "nineteen seventy", "twenty twenty six", "two thousand and six", "1970", "fifty seven". */
  private Optional<NumberWords.Cardinal> year(int at) {
    var first = cardinal(at);
    if (first.isEmpty()) {
      return first;
    }
    long value = first.get().value();
    if (value >= 1_000 && value <= 2_999) {
      return first;
    }
    int end = first.get().end();
    var second = cardinal(end).filter(n -> n.value() >= 10 && n.value() < 100);
    if ((value == 19 || value == 20 || value == 18) && second.isPresent()) {
      return second.map(n -> new NumberWords.Cardinal(value * 100 + n.value(), n.end()));
    }
    boolean small = value == 19 && (is(end, "oh") || is(end, "o"));
    if (small) {
      return cardinal(end + 1)
          .filter(n -> n.value() < 10)
          .map(n -> new NumberWords.Cardinal(1900 + n.value(), n.end()));
    }
    return value > 31 && value < 100
        ? Optional.of(new NumberWords.Cardinal(1900 + value, end))
        : Optional.empty();
  }

  private void typed(int at) {
    if (words.get(at).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      String[] parts = words.get(at).split("-", -1);
      date(
          Integer.parseInt(parts[0]),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          at + 1,
          1);
    }
  }

  private Optional<NumberWords.Cardinal> cardinal(int at) {
    return at < words.size() ? NumberWords.cardinal(words, at) : Optional.empty();
  }

  private void date(int year, int month, int day, int end, double fit) {
    if (isDay(year, month, day)) {
      add(LocalDate.of(year, month, day), end, fit);
    }
  }

  private static boolean isDay(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false; // the thirtieth of february
    }
  }

  private void add(LocalDate date, int end, double fit) {
    found.add(new Day(date, end, fit));
  }

  private boolean is(int at, String word) {
    return at < words.size() && words.get(at).equals(word);
  }
}
