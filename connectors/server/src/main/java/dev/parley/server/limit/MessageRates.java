package dev.parley.server.limit;

import dev.parley.server.limit.Verdict.Refuse;
import dev.parley.server.limit.Verdict.Wait;
import java.time.Duration;

/**
 * Whether one client sends too fast. Ask before each message is handled, with the time of a
 * monotonic clock in nanoseconds.
 *
 * <p>Too many messages slow the client down: it is not read for a moment, so its own socket holds
 * it back. Only a client that goes on for longer than the patience is refused. Audio that comes too
 * fast is never refused, only slowed down. One session's; for one thread.
 */
public final class MessageRates {

  private static final long CALM = 1_000_000_000L; // a second without a wait ends a flood

  private final TokenBucket messages;
  private final TokenBucket audio;
  private final long patience;
  private boolean flooded;
  private long floodedSince;
  private long waitedAt;

  public MessageRates(MessageRateSettings settings, long nanos) {
    messages = settings.messages().bucket(nanos);
    audio = settings.audio().bucket(nanos);
    patience = settings.patience().toNanos();
  }

  /** For a message that is not audio: pass, wait, or refuse when patience is at its end. */
  public Verdict message(long nanos) {
    if (messages.take(1, nanos)) {
      return Verdict.PASS;
    }
    if (!flooded || nanos - waitedAt > CALM) {
      flooded = true;
      floodedSince = nanos;
    }
    waitedAt = nanos;
    if (nanos - floodedSince >= patience) {
      return new Refuse("Too many messages: send fewer a second.");
    }
    return new Wait(Duration.ofNanos(messages.nanosUntil(1, nanos)));
  }

  /**
   * For a message with audio: pass or wait. A message of any length passes once the debt of those
   * before it is paid.
   *
   * @param length of the audio in it; what exceeds an hour is not counted
   */
  public Verdict audio(Duration length, long nanos) {
    if (audio.overdraw(Math.min(length.toNanos() / 1_000, TokenBucket.MOST), nanos)) {
      return Verdict.PASS;
    }
    return new Wait(Duration.ofNanos(audio.nanosUntil(1, nanos)));
  }

  /** How many messages may come at once now. */
  public long messagesLeft(long nanos) {
    return messages.level(nanos);
  }

  /** How long it takes, without any, until as many may come as ever. */
  public Duration messagesReset(long nanos) {
    return Duration.ofNanos(messages.nanosUntil(TokenBucket.MOST, nanos));
  }
}
