package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears whatever comes next in its list, and notes what it was given. */
final class FakeHearing implements Hearing {

  /** What it was asked. */
  record Asked(int samples, Focus focus, Effort effort) {}

  private final Queue<String> texts;
  private final List<Asked> asked = new ArrayList<>();

  FakeHearing(String... texts) {
    this.texts = new ConcurrentLinkedQueue<>(List.of(texts));
  }

  @Override
  public int rate() {
    return 16_000;
  }

  @Override
  public synchronized List<Heard> understand(
      Samples audio, Understanding tools, Focus focus, Effort effort) {
    asked.add(new Asked(audio.count(), focus, effort));
    String text = texts.poll();
    if (text == null) {
      return List.of();
    }
    if (text.equals("BREAK")) {
      throw new IllegalStateException("broken");
    }
    return List.of(Heard.typed(text));
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }
}
