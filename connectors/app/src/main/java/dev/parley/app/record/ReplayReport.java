package dev.parley.app.record;

import dev.parley.recorder.replay.Comparison;
import dev.parley.recorder.replay.Tally;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of replays, for people. */
final class ReplayReport {

  private static final String ROW = "%-34s %9s %6s %8s %5s %6s  %s";

  private ReplayReport() {}

  /** Of one recording: what was recorded, and whether today's code does the same. */
  static List<String> lines(ReplayResult result) {
    Tally tally = result.tally();
    String what =
        "%s: %s at the door %s with %s, recorded %s"
            .formatted(
                result.about().callId(),
                seconds(tally.lasted()),
                result.about().door().name(),
                result.about().model().name(),
                result.about().made().truncatedTo(ChronoUnit.SECONDS));
    String figures =
        "%s, %s, %s, %s%s"
            .formatted(
                count(tally.turns(), "turn", "turns"),
                count(tally.replies(), "reply", "replies"),
                count(tally.cuts(), "cut", "cuts"),
                count(tally.tools(), "tool call", "tool calls"),
                result.brokenOff() ? "; broken off before its end" : "");
    Comparison comparison = result.comparison();
    return comparison
        .first()
        .map(
            first ->
                List.of(
                    what, figures, "The replay differs: " + kinds(comparison), first.sentence()))
        .orElseGet(() -> List.of(what, figures, "The replay is the same."));
  }

  static String head() {
    return ROW.formatted("recording", "length", "turns", "replies", "cuts", "tools", "replay");
  }

  /** Of one of many. */
  static String row(String name, ReplayResult result) {
    Tally tally = result.tally();
    return ROW.formatted(
        name,
        seconds(tally.lasted()),
        tally.turns(),
        tally.replies(),
        tally.cuts(),
        tally.tools(),
        outcome(result) + (result.brokenOff() ? " (broken off)" : ""));
  }

  static String row(String name, String why) {
    return ROW.formatted(name, "", "", "", "", "", why);
  }

  private static String outcome(ReplayResult result) {
    return result
        .comparison()
        .first()
        .map(
            first ->
                "differs from %s on: %s".formatted(seconds(first.at()), kinds(result.comparison())))
        .orElse("same");
  }

  private static String kinds(Comparison comparison) {
    return comparison.counts().entrySet().stream()
        .map(each -> each.getKey().count(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.3f s", span.toNanos() / 1e9);
  }

  private static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
