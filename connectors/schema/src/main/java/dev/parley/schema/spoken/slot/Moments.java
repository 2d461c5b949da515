package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A day and a time: "tomorrow at nine thirty", "in five minutes", as RFC 3339 in the clock's zone.
 */
public record Moments(Clock clock) implements Slot {

  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  @Override
  public List<Found> read(List<String> words, int from) {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    List<Found> found = new ArrayList<>();
    for (DateWords.Day day : new DateWords(words, now.toLocalDate()).read(from)) {
      LocalTime earliest =
          day.date().equals(now.toLocalDate()) ? now.toLocalTime() : LocalTime.of(7, 0);
      for (TimeWords.Time time : times(words, day.end(), earliest)) {
        add(found, from, time.end(), at(day.date(), time.time(), now), day.fit() * time.fit());
      }
    }
    for (TimeWords.Time time : times(words, from, now.toLocalTime())) {
      ZonedDateTime today = at(now.toLocalDate(), time.time(), now);
      ZonedDateTime next = today.isAfter(now) ? today : today.plusDays(1);
      add(found, from, time.end(), next, time.fit() * 0.9);
      for (DateWords.Day day : days(words, time.end(), now.toLocalDate())) {
        add(found, from, day.end(), at(day.date(), time.time(), now), day.fit() * time.fit());
      }
    }
    if (words.get(from).equals("in") && from + 1 < words.size()) {
      new Durations(1, java.math.BigDecimal.ZERO, java.math.BigDecimal.valueOf(1e9), true)
          .read(words, from + 1).stream()
              .filter(span -> span.fit() == 1)
              .forEach(
                  span ->
                      add(found, from, span.to(), now.plusSeconds(Long.parseLong(span.json())), 1));
    }
    return found;
  }

  private static List<TimeWords.Time> times(List<String> words, int from, LocalTime now) {
    return from < words.size() ? new TimeWords(words, now).read(from) : List.of();
  }

  private static List<DateWords.Day> days(List<String> words, int from, LocalDate today) {
    return from < words.size() ? new DateWords(words, today).read(from) : List.of();
  }

  private static ZonedDateTime at(LocalDate date, LocalTime time, ZonedDateTime now) {
    return ZonedDateTime.of(date, time, now.getZone());
  }

  private static void add(List<Found> found, int from, int to, ZonedDateTime moment, double fit) {
    String said = Dates.said(moment.toLocalDate()) + ", at " + Times.said(moment.toLocalTime());
    String json = Json.text(FULL.format(moment.withNano(0)));
    found.add(new Found(from, to, json, said, fit, 0.8, false));
  }

  @Override
  public Net net() {
    Net day = new Dates(clock).net();
    Net time = Times.net(Net.words("at").maybe(0.5));
    return new Net.Weighing()
        .add(6, day.then(time))
        .add(2, time.then(day.maybe(0.5)))
        .add(
            1,
            Net.words("in").then(NumberNets.upTo(60)).then(Net.anyOf(List.of("minutes", "hours"))))
        .net();
  }

  @Override
  public boolean isOpen(List<String> words) {
    return new Times(clock).isOpen(words) || new Dates(clock).isOpen(words);
  }
}
