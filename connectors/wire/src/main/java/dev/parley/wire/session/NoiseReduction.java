package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/**
 * Noise is taken out of the caller's audio before anybody hears it.
 *
 * @param strength 0 to 1
 */
public record NoiseReduction(Distance distance, double strength) {

  /** Where the microphone is. */
  public enum Distance implements Choice {
    NEAR_FIELD,
    FAR_FIELD;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
      return word;
    }
  }
}
