package dev.parley.twilio.door;

import java.time.Duration;

/**
 * What becomes of keys that the caller presses. The model always hears them in their place in the
 * audio ({@code Signal.Dtmf}); one that does not understand that can be told them in words.
 *
 * @param told whether they are told in words, as something the caller said, and answered
 * @param pause how long no further key may come before they are told; {@code #} ends them at once
 */
public record KeySettings(boolean told, Duration pause) {

  public KeySettings {
    if (pause.isNegative() || pause.isZero() || pause.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "keys.pause must be more than 0 and at most 1 min, got " + pause);
    }
  }

  /** Told in words after 1.5 s without a further key. */
  public static KeySettings defaults() {
    return new KeySettings(/* told= */ true, Duration.ofMillis(1_500));
  }

  /** For models that understand keys by themselves. */
  public static KeySettings signalOnly() {
    return new KeySettings(/* told= */ false, Duration.ofMillis(1_500));
  }

  public KeySettings withPause(Duration span) {
    return new KeySettings(told, span);
  }
}
