package dev.parley.server.limit;

import java.time.Duration;

/**
 * How fast one client may send.
 *
 * @param messages every message that is not audio
 * @param audioSpeed how much faster than real time audio may come, 1 to 1000
 * @param audioSpan how long it may come at twice that speed before it must wait: the burst is what
 *     that speed makes in this span
 * @param patience how long a client that sends too much is only slowed down before it is refused
 */
public record MessageRateSettings(
    Rate messages, int audioSpeed, Duration audioSpan, Duration patience) {

  private static final int MOST_SPEED = 1000;
  private static final Duration MOST_SPAN = Duration.ofMinutes(1);

  public MessageRateSettings {
    if (audioSpeed < 1 || audioSpeed > MOST_SPEED) {
      throw new IllegalArgumentException(
          "audioSpeed must be 1 to " + MOST_SPEED + ", got " + audioSpeed);
    }
    if (audioSpan.compareTo(Duration.ofMillis(100)) < 0 || audioSpan.compareTo(MOST_SPAN) > 0) {
      throw new IllegalArgumentException("audioSpan must be 100 ms to 60 s, got " + audioSpan);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative, got " + patience);
    }
    if (audioSpeed * micros(audioSpan) > TokenBucket.MOST) {
      throw new IllegalArgumentException(
          "audioSpeed times audioSpan must be at most 4000 s of audio, got "
              + audioSpan.multipliedBy(audioSpeed));
    }
  }

  /**
   * 200 messages a second and 500 at once; audio 20 times as fast as real time over 10 s; 10 s of
   * patience.
   */
  public static MessageRateSettings defaults() {
    return new MessageRateSettings(
        new Rate(200, 500), 20, Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  public MessageRateSettings withMessages(Rate rate) {
    return new MessageRateSettings(rate, audioSpeed, audioSpan, patience);
  }

  public MessageRateSettings withAudioSpeed(int times) {
    return new MessageRateSettings(messages, times, audioSpan, patience);
  }

  public MessageRateSettings withAudioSpan(Duration span) {
    return new MessageRateSettings(messages, audioSpeed, span, patience);
  }

  public MessageRateSettings withPatience(Duration span) {
    return new MessageRateSettings(messages, audioSpeed, audioSpan, span);
  }

  /** Audio is counted in microseconds: fine enough for a sample, coarse enough for a long. */
  Rate audio() {
    return new Rate(audioSpeed * 1_000_000L, audioSpeed * micros(audioSpan));
  }

  private static long micros(Duration span) {
    return span.toNanos() / 1_000;
  }
}
