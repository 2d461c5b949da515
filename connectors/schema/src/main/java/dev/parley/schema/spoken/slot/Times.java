package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Times of day: "half past nine", "nine thirty pm", as RFC 3339 full times in the clock's zone.
 * Without a half of the day the next such time is meant.
 */
public record Times(Clock clock) implements Slot {

  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("HH:mm:ssXXX", Locale.ROOT);

  @Override
  public List<Found> read(List<String> words, int from) {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    return new TimeWords(words, now.toLocalTime())
        .read(from).stream()
            .map(
                time ->
                    new Found(
                        from,
                        time.end(),
                        Json.text(FULL.format(now.with(time.time()))),
                        said(time.time()),
                        time.fit(),
                        0.7,
                        false))
            .toList();
  }

  /** A time in words: "nine thirty P M". */
  static String said(LocalTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String minutes =
        time.getMinute() == 0
            ? ""
            : (time.getMinute() < 10 ? " oh " : " ") + NumberWords.inWords(time.getMinute());
    return NumberWords.inWords(hour) + minutes + (time.getHour() < 12 ? " A M" : " P M");
  }

  @Override
  public Net net() {
    return net(Net.words("at").maybe(0.3));
  }

  static Net net(Net lead) {
    Net hour = NumberNets.upTo(12);
    Net minutes = NumberNets.upTo(59);
    Net half = Net.anyOf(List.of("am", "pm", "pm", "in the morning", "in the evening", "o'clock"));
    Net plain =
        new Net.Weighing()
            .add(5, hour.then(minutes.maybe(0.5)).then(half.maybe(0.6)))
            .add(1, Net.anyOf(List.of("half past", "quarter past", "quarter to")).then(hour))
            .add(0.5, minutes.then(Net.anyOf(List.of("past", "to"))).then(hour))
            .add(0.5, Net.anyOf(List.of("noon", "midnight")))
            .net();
    return lead.then(plain);
  }

  @Override
  public boolean isOpen(List<String> words) {
    return !words.isEmpty()
        && (NumberWords.isTens(words.getLast())
            || Set.of("past", "half", "quarter", "at").contains(words.getLast()));
  }
}
