package dev.parley.twilio.voice;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a call may be put through to: these and nobody else, whatever a model says.
 *
 * @param numbers in the form of E.164 ({@code +15551234567}), by the names that the model knows;
 *     the first is taken where it names none; empty if nobody can be reached
 * @param callerId the number that they see; empty for the caller's
 * @param patience how long it may ring
 */
public record TransferSettings(
    Map<String, String> numbers, Optional<String> callerId, Duration patience) {

  public TransferSettings {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    numbers.forEach(
        (name, number) -> {
          if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                "a transfer's name must be 1 to 64 letters, digits, _ or -");
          }
          requireNumber(number);
        });
    callerId.ifPresent(TransferSettings::requireNumber);
    if (patience.toSeconds() < 5 || patience.toSeconds() > 600) {
      throw new IllegalArgumentException(
          "a transfer's patience must be 5 s to 10 min, got " + patience);
    }
  }

  /** Nobody. */
  public static TransferSettings none() {
    return new TransferSettings(Map.of(), Optional.empty(), Duration.ofSeconds(30));
  }

  /** One more whom a call may be put through to. */
  public TransferSettings with(String name, String number) {
    Map<String, String> more = new LinkedHashMap<>(numbers);
    more.put(name, number);
    return new TransferSettings(more, callerId, patience);
  }

  public TransferSettings withCallerId(String number) {
    return new TransferSettings(numbers, Optional.of(number), patience);
  }

  public TransferSettings withPatience(Duration span) {
    return new TransferSettings(numbers, callerId, span);
  }

  private static void requireNumber(String number) {
    if (!number.matches("\\+[1-9][0-9]{1,14}")) {
      throw new IllegalArgumentException(
          "a telephone number must be written as +15551234567 (E.164): plus, country, number");
    }
  }

  /** Keeps the numbers out of logs. */
  @Override
  public String toString() {
    return "TransferSettings[" + numbers.keySet() + ", " + patience + "]";
  }
}
