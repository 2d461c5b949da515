package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long something takes: "five minutes", "an hour and a half".
 *
 * @param unitSeconds what the schema counts, in seconds; 0 for ISO 8601 text
 * @param least the least value in that unit, and {@code most} the most
 * @param whole whether only whole units are allowed
 */
public record Durations(long unitSeconds, BigDecimal least, BigDecimal most, boolean whole)
    implements Slot {

  private static final Map<String, Long> UNITS =
      Map.of("second", 1L, "minute", 60L, "hour", 3_600L, "day", 86_400L, "week", 604_800L);

  /** Seconds, and the index behind the last word. */
  private record Span(double seconds, int end) {}

  @Override
  public List<Found> read(List<String> words, int from) {
    List<Found> found = new ArrayList<>();
    Optional<Span> span = span(words, from);
    while (span.isPresent()) {
      add(found, from, span.get());
      int at = span.get().end();
      int next = at < words.size() && words.get(at).equals("and") ? at + 1 : at;
      double sum = span.get().seconds();
      span = next < words.size() ? span(words, next) : Optional.empty();
      span = span.map(more -> new Span(sum + more.seconds(), more.end()));
    }
    if (found.isEmpty() && unitSeconds > 0) {
      NumberWords.cardinal(words, from)
          .map(n -> new Span((double) n.value() * unitSeconds, n.end()))
          .ifPresent(bare -> add(found, from, bare));
      found.replaceAll(
          f -> new Found(f.from(), f.to(), f.json(), f.said(), 0.8, f.narrow(), false));
    }
    return found;
  }

  private static Optional<Span> span(List<String> words, int from) {
    String first = words.get(from);
    if (first.equals("a") && from + 1 < words.size() && words.get(from + 1).equals("quarter")) {
      return span(words, from + 1);
    }
    if (first.equals("half") || first.equals("quarter")) {
      double part = first.equals("half") ? 0.5 : 0.25;
      int at = skip(words, skip(words, from + 1, "of"), "an", "a");
      return unit(words, at).map(unit -> new Span(part * unit, at + 1));
    }
    boolean one = first.equals("a") || first.equals("an");
    var number = NumberWords.cardinal(words, from);
    if (!one && number.isEmpty()) {
      return Optional.empty();
    }
    double value = number.map(n -> (double) n.value()).orElse(1.0);
    int at = number.map(NumberWords.Cardinal::end).orElse(from + 1);
    boolean half = isHalf(words, at);
    int behind = half ? at + 3 : at;
    Optional<Long> unit = unit(words, behind);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    double seconds = (value + (half ? 0.5 : 0)) * unit.get();
    if (!half && isHalf(words, behind + 1)) {
      return Optional.of(new Span(seconds + 0.5 * unit.get(), behind + 4));
    }
    return Optional.of(new Span(seconds, behind + 1));
  }

  private static boolean isHalf(List<String> words, int at) {
    return at + 3 <= words.size() && words.subList(at, at + 3).equals(List.of("and", "a", "half"))
    // "an hour and a half hour" would be odd, "and half an hour" is another span
    ;
  }

  private static int skip(List<String> words, int at, String... any) {
    return at < words.size() && List.of(any).contains(words.get(at)) ? at + 1 : at;
  }

  private static Optional<Long> unit(List<String> words, int at) {
    if (at >= words.size()) {
      return Optional.empty();
    }
    String word = words.get(at);
    String plain = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return Optional.ofNullable(UNITS.get(plain));
  }

  private void add(List<Found> found, int from, Span span) {
    BigDecimal seconds = BigDecimal.valueOf(span.seconds());
    if (unitSeconds == 0) {
      String iso = Duration.ofMillis((long) (span.seconds() * 1_000)).toString();
      found.add(new Found(from, span.end(), Json.text(iso), said(span.seconds()), 1, 0.7, false));
      return;
    }
    BigDecimal value =
        seconds
            .divide(BigDecimal.valueOf(unitSeconds), 6, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros();
    boolean fits = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    if (fits && (!whole || value.scale() <= 0)) {
      found.add(
          new Found(from, span.end(), value.toPlainString(), said(span.seconds()), 1, 0.7, false));
    }
  }

  /** A span in words. */
  static String said(double seconds) {
    List<String> parts = new ArrayList<>();
    long left = Math.round(seconds);
    for (String unit : List.of("day", "hour", "minute", "second")) {
      long size = UNITS.getOrDefault(unit, 1L);
      long count = left / size;
      left %= size;
      if (count > 0) {
        parts.add(NumberWords.inWords(count) + " " + unit + (count == 1 ? "" : "s"));
      }
    }
    return parts.isEmpty() ? "zero seconds" : String.join(" and ", parts);
  }

  @Override
  public Net net() {
    Net units =
        Net.anyOf(
            List.of("seconds", "minutes", "minutes", "minutes", "hours", "minute", "hour", "days"));
    Net number = NumberNets.upTo(99);
    return new Net.Weighing()
        .add(
            8,
            number
                .then(units)
                .then(Net.words("and").maybe(0.5).then(number).then(units).maybe(0.1)))
        .add(1, Net.anyOf(List.of("half an hour", "an hour", "an hour and a half", "a minute")))
        .add(0.3, number.then(Net.words("and", "a", "half")).then(units))
        .net();
  }

  @Override
  public boolean isOpen(List<String> words) {
    return !words.isEmpty()
        && (NumberWords.isTens(words.getLast())
            || NumberWords.cardinal(words, words.size() - 1).isPresent());
  }
}
