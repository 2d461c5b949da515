package dev.parley.twilio.door;

import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * How a telephone call is led.
 *
 * @param lead how much of a reply lies at Twilio before it is played, against jitter on the way
 * @param startWithin how soon the stream has to begin once the socket is open
 * @param silence when nobody has said anything for so long, the call is ended
 * @param prompt what is said before it comes to that
 * @param maximum how long a call may last
 * @param goodbye what is said when a call is ended for silence or for its length
 * @param lastWords how long the last reply may go on once the call is to end
 * @param keys what becomes of keys that the caller presses
 * @param mostBad after so many messages that make no sense the stream is ended
 */
public record LineSettings(
    Duration lead,
    Duration startWithin,
    Duration silence,
    Optional<Prompt> prompt,
    Duration maximum,
    Optional<String> goodbye,
    Duration lastWords,
    KeySettings keys,
    int mostBad) {

  private static final Duration BACKLOG = Duration.ofSeconds(2);

  /**
   * Said once when nobody says anything, and again after each answer.
   *
   * @param after how much silence it takes
   */
  public record Prompt(Duration after, String text) {
    public Prompt {
      requireSpan("prompt.after", after, Duration.ofSeconds(1), Duration.ofHours(1));
      requireText("prompt.text", text);
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Prompt[after %s, %d chars]".formatted(after, text.length());
    }
  }

  public LineSettings {
    requireSpan("lead", lead, Duration.ofMillis(20), Duration.ofSeconds(2));
    requireSpan("startWithin", startWithin, Duration.ofMillis(100), Duration.ofMinutes(1));
    requireSpan("silence", silence, Duration.ofSeconds(1), Duration.ofHours(24));
    requireSpan("maximum", maximum, Duration.ofSeconds(1), Duration.ofHours(24));
    requireSpan("lastWords", lastWords, Duration.ZERO, Duration.ofMinutes(5));
    goodbye.ifPresent(text -> requireText("goodbye", text));
    prompt.ifPresent(
        said -> {
          if (said.after.compareTo(silence) >= 0) {
            throw new IllegalArgumentException(
                "prompt.after must be less than silence (%s), got %s"
                    .formatted(silence, said.after));
          }
        });
    if (mostBad < 1 || mostBad > 10_000) {
      throw new IllegalArgumentException("mostBad must be 1 to 10000, got " + mostBad);
    }
  }

  /**
   * A lead of 300 ms, 5 s to begin, hang-up after a minute of silence or an hour, without a word,
   * 10 s for last words.
   */
  public static LineSettings defaults() {
    return new LineSettings(
        Duration.ofMillis(300),
        Duration.ofSeconds(5),
        Duration.ofMinutes(1),
        Optional.empty(),
        Duration.ofHours(1),
        Optional.empty(),
        Duration.ofSeconds(10),
        KeySettings.defaults(),
        /* mostBad= */ 20);
  }

  /** Twilio keeps what it is given and tells by marks what it has played. */
  PlayoutSettings playout() {
    return PlayoutSettings.of(new Pace.Clock(lead, BACKLOG), Ear.ACKED);
  }

  public LineSettings withLead(Duration span) {
    return new LineSettings(
        span, startWithin, silence, prompt, maximum, goodbye, lastWords, keys, mostBad);
  }

  public LineSettings withStartWithin(Duration span) {
    return new LineSettings(
        lead, span, silence, prompt, maximum, goodbye, lastWords, keys, mostBad);
  }

  public LineSettings withSilence(Duration span) {
    return new LineSettings(
        lead, startWithin, span, prompt, maximum, goodbye, lastWords, keys, mostBad);
  }

  public LineSettings withPrompt(Prompt said) {
    return new LineSettings(
        lead, startWithin, silence, Optional.of(said), maximum, goodbye, lastWords, keys, mostBad);
  }

  public LineSettings withMaximum(Duration span) {
    return new LineSettings(
        lead, startWithin, silence, prompt, span, goodbye, lastWords, keys, mostBad);
  }

  public LineSettings withGoodbye(String text) {
    return new LineSettings(
        lead, startWithin, silence, prompt, maximum, Optional.of(text), lastWords, keys, mostBad);
  }

  public LineSettings withLastWords(Duration span) {
    return new LineSettings(
        lead, startWithin, silence, prompt, maximum, goodbye, span, keys, mostBad);
  }

  public LineSettings withKeys(KeySettings other) {
    return new LineSettings(
        lead, startWithin, silence, prompt, maximum, goodbye, lastWords, other, mostBad);
  }

  public LineSettings withMostBad(int count) {
    return new LineSettings(
        lead, startWithin, silence, prompt, maximum, goodbye, lastWords, keys, count);
  }

  private static void requireSpan(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, got %s".formatted(name, least, most, value));
    }
  }

  private static void requireText(String name, String text) {
    if (text.isBlank() || text.length() > 4_000) {
      throw new IllegalArgumentException(name + " must be a text of 1 to 4000 letters");
    }
  }

  /** Keeps the words out of logs. */
  @Override
  public String toString() {
    return "LineSettings[lead %s, silence %s, maximum %s]".formatted(lead, silence, maximum);
  }
}
