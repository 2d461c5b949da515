package dev.parley.prometheus;

import java.time.Duration;

/**
 * How much the metrics remember, and what they hold for what.
 *
 * @param mostCalls calls that are watched at a time; one more, and the oldest is forgotten
 * @param mostWords different values that a label whose values are not known beforehand may take;
 *     the others are counted as {@code other}
 * @param falseSpeech speech that cuts a reply and is shorter than this was no interruption
 * @param answerWithin a reply that is asked for later after a turn is no answer to it
 */
public record MetricsSettings(
    int mostCalls, int mostWords, Duration falseSpeech, Duration answerWithin) {

  public MetricsSettings {
    if (mostCalls < 1) {
      throw new IllegalArgumentException("mostCalls must be 1 or more, got " + mostCalls);
    }
    if (mostWords < 1) {
      throw new IllegalArgumentException("mostWords must be 1 or more, got " + mostWords);
    }
    if (falseSpeech.isNegative()) {
      throw new IllegalArgumentException("falseSpeech must not be negative, got " + falseSpeech);
    }
    if (!answerWithin.isPositive()) {
      throw new IllegalArgumentException("answerWithin must be positive, got " + answerWithin);
    }
  }

  public static MetricsSettings defaults() {
    return new MetricsSettings(20_000, 64, Duration.ofMillis(300), Duration.ofSeconds(60));
  }

  public MetricsSettings withMostCalls(int most) {
    return new MetricsSettings(most, mostWords, falseSpeech, answerWithin);
  }

  public MetricsSettings withMostWords(int most) {
    return new MetricsSettings(mostCalls, most, falseSpeech, answerWithin);
  }

  public MetricsSettings withFalseSpeech(Duration shortest) {
    return new MetricsSettings(mostCalls, mostWords, shortest, answerWithin);
  }

  public MetricsSettings withAnswerWithin(Duration longest) {
    return new MetricsSettings(mostCalls, mostWords, falseSpeech, longest);
  }
}
