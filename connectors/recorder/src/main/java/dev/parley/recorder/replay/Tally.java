package dev.parley.recorder.replay;

import dev.parley.recorder.file.Recorded;
import java.time.Duration;

/**
 * A recorded session in figures.
 *
 * @param lasted from the beginning of the call to the last that happened in it
 * @param turns of the caller's, whoever ended them
 * @param replies that the model was asked for
 * @param cuts of replies
 * @param tools how often one was called
 */
public record Tally(Duration lasted, long turns, long replies, long cuts, long tools) {

  static Tally of(Recorded recorded) {
    return new Tally(
        Duration.ofNanos(recorded.end()),
        count(recorded, "turn_ended") + count(recorded, "committed"),
        count(recorded, "reply_asked"),
        recorded.decided().stream()
            .filter(decision -> decision.type().equals("interrupted"))
            .mapToLong(decision -> decision.what().texts("epochs").size())
            .sum(),
        count(recorded, "tool_called"));
  }

  private static long count(Recorded recorded, String type) {
    return recorded.decided().stream().filter(d -> d.type().equals(type)).count();
  }
}
