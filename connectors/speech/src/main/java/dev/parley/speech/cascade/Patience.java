package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Transcription;
import java.time.Duration;

/**
 * When the words of a turn are told that is not over yet. Each hearing takes up all that was said
 * so far, so they become rarer as the turn becomes longer.
 *
 * @param first how much of a turn is listened to at first
 * @param growth how many times as much is listened to at the next time, and the next
 * @param agreeing how many hearings in a row must agree on a word before it is told
 * @param effort what a hearing may cost
 */
record Patience(Duration first, double growth, int agreeing, Effort effort) {

  Patience {
    if (!first.isPositive()) {
      throw new IllegalArgumentException("first must be above 0, got " + first);
    }
    if (!(growth > 1)) {
      throw new IllegalArgumentException("growth must be above 1, got " + growth);
    }
    if (agreeing < 1) {
      throw new IllegalArgumentException("agreeing must be 1 or more, got " + agreeing);
    }
  }

  /** What a wish for words in writing comes to. */
  static Patience of(Transcription wish) {
    return of(wish.delay().orElse(Transcription.Delay.MEDIUM));
  }

  static Patience of(Transcription.Delay delay) {
    return switch (delay) {
      case MINIMAL -> new Patience(Duration.ofMillis(300), 1.25, 1, Effort.MINIMAL);
      case LOW -> new Patience(Duration.ofMillis(400), 1.35, 2, Effort.MINIMAL);
      case MEDIUM -> new Patience(Duration.ofMillis(600), 1.5, 2, Effort.MINIMAL);
      case HIGH -> new Patience(Duration.ofSeconds(1), 1.6, 3, Effort.LOW);
      case XHIGH -> new Patience(Duration.ofSeconds(2), 2, 3, Effort.LOW);
    };
  }

  /**
   * How many samples the next hearing takes.
   *
   * @param before how many the last one took; 0 if there was none
   * @param rate how many a second has
   */
  long next(long before, int rate) {
    return before == 0 ? first.toMillis() * rate / 1_000 : Math.round(before * growth);
  }
}
