package dev.parley.speech.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell, what was told last, and what the caller has not heard of it. Bounded: of
 * more than a few dozen, the oldest are forgotten. One owner.
 */
final class Remarks {

  private static final int MOST = 32;

  private enum Kind {
    /** Nobody needs it twice. */
    PASSING,
    /** What the caller asked for: it can be said again. */
    ANSWER,
    /** Must not be lost. */
    NEWS
  }

  private record Remark(String text, Kind kind) {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Remark[%d letters, %s]".formatted(text.length(), kind);
    }
  }

  /** Something that was said: in the last reply it went to this letter. */
  private record Said(Remark remark, int end) {}

  private final Deque<Remark> waiting = new ArrayDeque<>();
  private final Deque<Remark> missed = new ArrayDeque<>();
  private List<Remark> memorable = List.of();
  private List<Said> last = List.of();
  private int questionEnd;

  /** To be said in passing. */
  void add(String text) {
    addBounded(waiting, new Remark(text, Kind.PASSING));
  }

  /** To be said, and again to who asks for that. */
  void addAnswer(String text) {
    addBounded(waiting, new Remark(text, Kind.ANSWER));
  }

  /** To be said, and remembered until it was heard. */
  void addNews(String text) {
    addBounded(waiting, new Remark(text, Kind.NEWS));
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The next reply's text, with a question behind all that is to be told; empty if it is both. */
  String say(Optional<String> question) {
    StringBuilder text = new StringBuilder();
    List<Said> said = new ArrayList<>();
    for (Remark remark : waiting) {
      append(text, remark.text());
      said.add(new Said(remark, text.length()));
    }
    question.ifPresent(it -> append(text, it));
    waiting.clear();
    last = said;
    questionEnd = question.isPresent() ? text.length() : 0;
    List<Remark> again =
        said.stream().map(Said::remark).filter(it -> it.kind() != Kind.PASSING).toList();
    if (!again.isEmpty() || question.isPresent()) {
      memorable = again;
    }
    return text.toString();
  }

  /**
   * Of the last reply's text only so many letters were heard.
   *
   * @return whether its question was not
   */
  boolean cut(int letters) {
    for (Said said : last) {
      Remark remark = said.remark();
      boolean isLost = remark.kind() == Kind.NEWS && said.end() > letters;
      if (isLost && !missed.contains(remark) && !waiting.contains(remark)) {
        addBounded(missed, remark);
      }
    }
    last = List.of();
    return questionEnd > letters;
  }

  /** What was not heard is to be said again. Says whether there is any. */
  boolean remind() {
    boolean any = !missed.isEmpty();
    missed.forEach(remark -> addBounded(waiting, remark));
    missed.clear();
    return any;
  }

  /** What was not heard, or else the last thing, is to be said again. Says whether there is any. */
  boolean repeat() {
    if (remind()) {
      return true;
    }
    memorable.stream()
        .filter(remark -> !waiting.contains(remark))
        .forEach(remark -> addBounded(waiting, remark));
    return !memorable.isEmpty();
  }

  private static void append(StringBuilder text, String sentence) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(sentence);
  }

  private static void addBounded(Deque<Remark> remarks, Remark remark) {
    remarks.add(remark);
    if (remarks.size() > MOST) {
      remarks.removeFirst();
    }
  }
}
