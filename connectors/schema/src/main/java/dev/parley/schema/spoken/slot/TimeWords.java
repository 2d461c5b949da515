package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.NumberWords;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a time of day in words. */
final class TimeWords {

  private final List<String> words;
  private final LocalTime now;
  private final List<Time> found = new ArrayList<>();

  /** A time, and the index behind its last word. */
  record Time(LocalTime time, int end, double fit) {}

  /** Which half of the day was told, and the index behind. */
  private record Half(Optional<Boolean> afternoon, int end) {}

  /**
   * @param now tells which half of the day is meant where nobody says it: the next such time
   */
  TimeWords(List<String> words, LocalTime now) {
    this.words = words;
    this.now = now;
  }

  List<Time> read(int from) {
    int at = from < words.size() && words.get(from).equals("at") ? from + 1 : from;
    if (at >= words.size()) {
      return found;
    }
    switch (words.get(at)) {
      case "noon" -> found.add(new Time(LocalTime.NOON, at + 1, 1));
      case "midnight" -> found.add(new Time(LocalTime.MIDNIGHT, at + 1, 1));
      case "half" -> past(at, 30);
      case "quarter" -> past(at, 15);
      case "a" -> past(at + 1, 15);
      default -> {
        typed(at);
        hours(at);
        cardinal(at).filter(n -> n.value() < 60).ifPresent(n -> past(n.end() - 1, (int) n.value()));
      }
    }
    return found;
  }

  /** "half past nine", "ten to nine". */
  private void past(int at, int minutes) {
    boolean named = at < words.size() && (minutes != 15 || !words.get(at).equals("half"));
    int link = is(at + 1, "minutes") ? at + 2 : at + 1;
    if (!named || link + 1 >= words.size()) {
      return;
    }
    boolean later = Set.of("past", "after").contains(words.get(link));
    boolean before = Set.of("to", "before", "till").contains(words.get(link));
    var hour = cardinal(link + 1).filter(n -> n.value() <= 23);
    if ((later || before) && hour.isPresent()) {
      int value = (int) hour.get().value();
      int all = value * 60 + (later ? minutes : -minutes);
      add(Math.floorMod(all, 24 * 60), value > 12, hour.get().end(), 1);
    }
  }

  private void hours(int at) {
    cardinal(at)
        .filter(n -> n.value() >= 100 && n.value() < 2_400 && n.value() % 100 == 0)
        .ifPresent(
            n ->
                add(
                    (int) n.value() / 100 * 60,
                    true,
                    is(n.end(), "hours") ? n.end() + 1 : n.end(),
                    0.9));
    var hour = cardinal(at).filter(n -> n.value() <= 23);
    if (hour.isEmpty()) {
      return;
    }
    int value = (int) hour.get().value();
    int end = hour.get().end();
    if (is(end, "o'clock")) {
      add(value * 60, value > 12, end + 1, 1);
    } else if ((is(end, "oh") || is(end, "o")) && is(end + 1, "clock")) {
      add(value * 60, value > 12, end + 2, 1);
    } else {
      add(value * 60, value > 12, end, half(end).afternoon().isPresent() ? 1 : 0.6);
    }
    int next = is(end, "oh") || is(end, "o") ? end + 1 : end;
    var minutes =
        cardinal(next).filter(n -> next > end ? n.value() < 10 : n.value() >= 10 && n.value() < 60);
    minutes.ifPresent(
        m -> add(value * 60 + (int) m.value(), value > 12 || value == 0, m.end(), 0.95));
  }

  private void typed(int at) {
    if (words.get(at).matches("([01]?[0-9]|2[0-3]):[0-5][0-9]")) {
      String[] parts = words.get(at).split(":", -1);
      int hour = Integer.parseInt(parts[0]);
      boolean exact = hour > 12 || parts[0].startsWith("0");
      add(hour * 60 + Integer.parseInt(parts[1]), exact, at + 1, 1);
    }
  }

  private void add(int minuteOfDay, boolean exact, int end, double fit) {
    LocalTime time = LocalTime.of(minuteOfDay / 60 % 24, minuteOfDay % 60);
    Half half = half(end);
    if (half.afternoon().isPresent()) {
      boolean afternoon = half.afternoon().get();
      LocalTime twelve = LocalTime.of(time.getHour() % 12, time.getMinute());
      found.add(new Time(afternoon ? twelve.plusHours(12) : twelve, half.end(), fit));
    } else {
      boolean second = !exact && time.getHour() <= 12 && !time.isAfter(now);
      LocalTime other = time.plusHours(12);
      found.add(new Time(second && other.isAfter(now) ? other : time, end, fit * 0.9));
    }
  }

  private Half half(int at) {
    if (is(at, "am") || is(at, "a.m.")) {
      return new Half(Optional.of(false), at + 1);
    }
    if (is(at, "pm") || is(at, "p.m.") || is(at, "tonight")) {
      return new Half(Optional.of(true), at + 1);
    }
    if ((is(at, "a") || is(at, "p")) && is(at + 1, "m")) {
      return new Half(Optional.of(is(at, "p")), at + 2);
    }
    boolean in = is(at, "in") && is(at + 1, "the");
    if (in && is(at + 2, "morning")) {
      return new Half(Optional.of(false), at + 3);
    }
    boolean late = in && (is(at + 2, "afternoon") || is(at + 2, "evening"));
    if (late || (is(at, "at") && is(at + 1, "night"))) {
      return new Half(Optional.of(true), in ? at + 3 : at + 2);
    }
    return new Half(Optional.empty(), at);
  }

  private Optional<NumberWords.Cardinal> cardinal(int at) {
    return at < words.size() ? NumberWords.cardinal(words, at) : Optional.empty();
  }

  private boolean is(int at, String word) {
    return at < words.size() && words.get(at).equals(word);
  }
}
