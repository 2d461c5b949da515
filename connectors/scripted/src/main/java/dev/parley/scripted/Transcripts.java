package dev.parley.scripted;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The caller's turns in writing, on their way out: word by word, and then the whole. One owner. */
final class Transcripts {

  private record Turn(String text, Position until) {}

  private final Deque<Turn> turns = new ArrayDeque<>();
  private int told;

  /** What was said in the turn that ends there. */
  void add(String text, Position until) {
    turns.add(new Turn(text, until));
  }

  /** The next words, or null if there are none. */
  Signal.@Nullable Words poll() {
    Turn turn = turns.peek();
    if (turn == null) {
      return null;
    }
    if (told == turn.text.length()) {
      turns.remove();
      told = 0;
      return new Signal.Words(turn.text, turn.until, /* complete= */ true);
    }
    int to = Letters.endOfWord(turn.text, told, turn.text.length());
    String word = turn.text.substring(told, to);
    told = to;
    return new Signal.Words(word, turn.until, /* complete= */ false);
  }
}
