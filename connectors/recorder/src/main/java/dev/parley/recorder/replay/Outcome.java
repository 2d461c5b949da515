package dev.parley.recorder.replay;

import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.Recorded;
import dev.parley.recorder.file.RecordingException;
import dev.parley.recorder.format.Fields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What came of a session: each fact by a name that it has in every run. One owner.
 *
 * <p>Facts of a reply are named after it, so that two replies may take their turns in another order
 * without being taken for one another.
 */
final class Outcome {

  /**
   * A fact.
   *
   * @param kind what it is about
   * @param samples how much was heard or played, where the fact is about that; else -1
   * @param rate of these samples
   */
  record Fact(Kind kind, long nanos, String value, long samples, int rate) {

    static Fact of(Kind kind, long nanos, String value) {
      return new Fact(kind, nanos, value, -1, 1);
    }
  }

  private static final String OUTCOME = "the outcome of reply ";

  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, Fact> texts = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> cut = new HashSet<>();
  private final Set<String> parting = new HashSet<>();
  private final long left;

  private Outcome(long left) {
    this.left = left;
  }

  /**
   * What came of this session.
   *
   * @throws RecordingException in one sentence if its decisions make no sense
   */
  static Outcome of(Recorded recorded) {
    Outcome outcome = new Outcome(left(recorded));
    for (Recorded.Decision decision : recorded.decided()) {
      try {
        outcome.add(decision.nanos(), decision.what());
      } catch (IllegalArgumentException e) {
        throw new RecordingException(
            "what the session decided at %.3f s cannot be read: %s"
                .formatted(decision.nanos() / 1e9, e.getMessage()),
            e);
      }
    }
    return outcome;
  }

  Map<String, Fact> facts() {
    return facts;
  }

  /** What was said, part by part of each reply. */
  Map<String, Fact> texts() {
    return texts;
  }

  /** Whether a reply was cut, and so is heard only in part. */
  boolean wasCut(String reply) {
    return cut.contains(reply);
  }

  /**
   * Whether this was found when the caller had left, or came of a reply that was under way: it ends
   * then as threads will have it.
   */
  boolean isOfParting(String name) {
    return parting.contains(name);
  }

  /** Whether a reply was under way as the caller left, and so is heard only in part. */
  boolean wasLeft(String reply) {
    return parting.contains(OUTCOME + reply);
  }

  /** When the caller left, in nanoseconds of the call. */
  private static long left(Recorded recorded) {
    return recorded.fromOutside().stream()
        .filter(entry -> entry.what() instanceof Happening.Over)
        .mapToLong(Entry::nanos)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private void put(String name, Fact fact) {
    facts.put(name, fact);
    if (fact.nanos >= left) {
      parting.add(name);
    }
  }

  private void add(long nanos, Fields what) {
    switch (what.text("type")) {
      case "speech_started" ->
          nth(Kind.SPEECH, "the start of the caller's speech", nanos, place(what, "at"));
      case "speech_stopped" ->
          nth(Kind.SPEECH, "the end of the caller's speech", nanos, place(what, "at"));
      case "turn_ended" ->
          nth(
              Kind.TURN,
              "the caller's turn",
              nanos,
              "speech from %s to %s, ended at %s"
                  .formatted(place(what, "start"), place(what, "end"), place(what, "at")));
      case "committed" ->
          nth(Kind.TURN, "the client's turn", nanos, "ended at " + place(what, "at"));
      case "dtmf" -> nth(Kind.TURN, "the telephone key", nanos, what.text("key"));
      case "words" -> {
        if (what.flag("complete")) {
          nth(Kind.WORDS, "the caller's words", nanos, quoted(what.text("text")));
        }
      }
      case "interrupted" -> {
        for (String epoch : what.texts("epochs")) {
          cut.add(epoch);
          facts.put("the cut of reply " + epoch, Fact.of(Kind.CUT, nanos, what.text("why")));
        }
      }
      case "heard_of" ->
          facts.put(
              "what was heard of reply %s, part %d"
                  .formatted(what.text("epoch"), what.number("part")),
              new Fact(
                  Kind.HEARD,
                  nanos,
                  what.number("at") + " samples",
                  what.number("at"),
                  what.small("rate")));
      case "drained" ->
          put(
              "what was played of reply " + what.text("epoch"),
              new Fact(
                  Kind.HEARD,
                  nanos,
                  what.number("samples") + " samples",
                  what.number("samples"),
                  what.small("rate")));
      case "said" ->
          texts.merge(
              what.text("epoch") + ", part " + what.number("part"),
              Fact.of(Kind.TEXT, nanos, what.text("text")),
              (before, more) -> Fact.of(Kind.TEXT, before.nanos, before.value + more.value));
      case "reply_over" ->
          put(OUTCOME + what.text("epoch"), Fact.of(Kind.OUTCOME, nanos, what.text("outcome")));
      case "tool_called" ->
          facts.put(
              "tool call %s of reply %s".formatted(what.text("call"), what.text("epoch")),
              Fact.of(Kind.TOOL, nanos, what.text("name") + " with " + what.text("arguments")));
      case "tool_returned" ->
          facts.put(
              "the result of tool call " + what.text("call"),
              Fact.of(Kind.TOOL, nanos, quoted(what.text("output"))));
      case "refused" -> nth(Kind.FAULT, "the refusal", nanos, quoted(what.text("what")));
      case "failed" -> nth(Kind.FAULT, "the failure", nanos, quoted(what.text("what")));
      default -> {}
    }
  }

  private void nth(Kind kind, String name, long nanos, String value) {
    int n = counts.merge(name, 1, Integer::sum);
    put(name + (n == 1 ? "" : " (number " + n + ")"), Fact.of(kind, nanos, value));
  }

  /** A place in the caller's audio, exact and for people. */
  private static String place(Fields what, String name) {
    long sample = what.number(name);
    int rate = what.small("rate");
    return "%.3f s (sample %d)".formatted((double) sample / rate, sample);
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
