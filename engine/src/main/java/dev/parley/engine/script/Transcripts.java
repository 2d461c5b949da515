package dev.parley.engine.script;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The caller's turns in writing, on their way out: word by word, and then the whole. One owner. */
final class Transcripts {

  private final Deque<Signal.Words> ready = new ArrayDeque<>();
  private boolean begun;

  /** More words of the turn that the caller is at. */
  void more(String text, Position at) {
    if (!text.isEmpty()) {
      begun = true;
      ready.add(new Signal.Words(text, at, /* complete= */ false));
    }
  }

  /** What was said in the turn that ends there. */
  void whole(String text, Position until) {
    if (!begun) {
      for (int from = 0; from < text.length(); ) {
        int to = Letters.endOfWord(text, from, text.length());
        ready.add(new Signal.Words(text.substring(from, to), until, /* complete= */ false));
        from = to;
      }
    }
    begun = false;
    ready.add(new Signal.Words(text, until, /* complete= */ true));
  }

  /** The next words, or null if there are none. */
  Signal.@Nullable Words poll() {
    return ready.poll();
  }
}
