package dev.parley.recorder.replay;

import dev.parley.engine.frame.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the outcomes of two runs of a session differ: turns, cuts, tool calls, texts, how replies
 * ended. Times are not compared, and what was heard may differ by a frame of the playout: threads
 * of a live session are never quite as punctual as virtual time. How a reply ends that is under way
 * as the caller leaves is not compared either, nor what is found after that: it is decided by who
 * comes first. Of a recording that was broken off, its last moment is not.
 *
 * @param differences in order of time; empty if there are none
 */
public record Comparison(List<Difference> differences) {

  /**
   * One of them.
   *
   * @param kind what is different
   * @param at when in the call
   * @param sentence with both values; it may hold what was said, so it does not belong in a log
   */
  public record Difference(Kind kind, Duration at, String sentence) {
    @Override
    public String toString() {
      return "Difference[" + kind + " at " + at + "]";
    }
  }

  private static final String NOTHING = "nothing";

  public Comparison {
    differences = List.copyOf(differences);
  }

  /**
   * Compares two runs.
   *
   * @param frame by how much what was heard may differ
   */
  static Comparison of(Outcome then, Outcome now, Duration frame) {
    List<Difference> found = new ArrayList<>();
    for (String name : union(then.facts(), now.facts())) {
      Outcome.Fact a = then.facts().get(name);
      Outcome.Fact b = now.facts().get(name);
      boolean parting = then.isOfParting(name) || now.isOfParting(name);
      if (!parting && !same(a, b, frame, bothCut(name, then, now))) {
        found.add(difference(name, a, b, /* quoted= */ false));
      }
    }
    for (String part : union(then.texts(), now.texts())) {
      Outcome.Fact a = then.texts().get(part);
      Outcome.Fact b = now.texts().get(part);
      if (!sameText(text(a), text(b), bothInPart(part, then, now))) {
        found.add(difference("the text of reply " + part, a, b, /* quoted= */ true));
      }
    }
    found.sort(Comparator.comparing(Difference::at));
    return new Comparison(found);
  }

  /** Those before a moment only, in nanoseconds of the call. */
  Comparison before(long end) {
    return new Comparison(differences.stream().filter(each -> each.at().toNanos() < end).toList());
  }

  public boolean isSame() {
    return differences.isEmpty();
  }

  /** The first difference, which is why there are others. */
  public Optional<Difference> first() {
    return differences.stream().findFirst();
  }

  /** How many there are of each kind. */
  public Map<Kind, Long> counts() {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    differences.forEach(each -> counts.merge(each.kind(), 1L, Long::sum));
    return counts;
  }

  private static boolean same(
      Outcome.@Nullable Fact a, Outcome.@Nullable Fact b, Duration frame, boolean cut) {
    if (a == null || b == null) {
      Outcome.Fact there = a == null ? b : a;
      // a reply that is cut as it begins may have been heard for a frame, or not at all
      return cut
          && there != null
          && there.samples() >= 0
          && there.samples() <= Position.samples(frame, there.rate());
    }
    if (a.samples() >= 0 && b.samples() >= 0) {
      return Math.abs(a.samples() - b.samples()) <= Position.samples(frame, a.rate());
    }
    return a.value().equals(b.value());
  }

  /** Of a reply that is heard in part, a frame more may have been, and its words with it. */
  private static boolean sameText(String a, String b, boolean inPart) {
    return a.equals(b) || (inPart && (a.startsWith(b) || b.startsWith(a)));
  }

  private static boolean bothCut(String name, Outcome then, Outcome now) {
    String reply = reply(name);
    return then.wasCut(reply) && now.wasCut(reply);
  }

  private static boolean bothInPart(String part, Outcome then, Outcome now) {
    String reply = reply(part);
    return bothCut(part, then, now) || then.wasLeft(reply) || now.wasLeft(reply);
  }

  private static String reply(String name) {
    return name.replaceAll(".*reply |,.*", "");
  }

  private static Difference difference(
      String name, Outcome.@Nullable Fact a, Outcome.@Nullable Fact b, boolean quoted) {
    long at =
        Math.min(a == null ? Long.MAX_VALUE : a.nanos(), b == null ? Long.MAX_VALUE : b.nanos());
    return new Difference(
        kind(a, b),
        Duration.ofNanos(at),
        "At %.3f s, %s: the recording has %s, the replay has %s."
            .formatted(at / 1e9, name, value(a, quoted), value(b, quoted)));
  }

  private static Kind kind(Outcome.@Nullable Fact a, Outcome.@Nullable Fact b) {
    return Objects.requireNonNull(a == null ? b : a).kind();
  }

  private static String value(Outcome.@Nullable Fact fact, boolean quoted) {
    if (fact == null) {
      return NOTHING;
    }
    return quoted ? Outcome.quoted(fact.value()) : fact.value();
  }

  private static String text(Outcome.@Nullable Fact fact) {
    return fact == null ? "" : fact.value();
  }

  private static Set<String> union(Map<String, ?> some, Map<String, ?> others) {
    Set<String> all = new LinkedHashSet<>(some.keySet());
    all.addAll(others.keySet());
    return all;
  }
}
