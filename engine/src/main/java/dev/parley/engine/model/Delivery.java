package dev.parley.engine.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a text is to be spoken. Chosen anew for every text.
 *
 * @param style the manner
 * @param speed times as fast as the voice usually speaks in this style, 0.25 to 1.5
 * @param language a BCP 47 tag ("en-US", "fr"); empty for the voice's own
 */
public record Delivery(Style style, double speed, Optional<String> language) {

  /** The manner of speaking. */
  public enum Style {
    /** As the voice speaks of itself. */
    CASUAL,
    /** Slower, a little lower, with long pauses. */
    CALM,
    /** Deep and deliberate. */
    SERIOUS;

    /**
     * The style of that name, in lower case as settings have it.
     *
     * @throws IllegalArgumentException in one sentence with the styles there are
     */
    public static Style named(String name) {
      return Arrays.stream(values())
          .filter(style -> style.toString().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "there is no style \"%s\": choose casual, calm or serious".formatted(name)));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Delivery {
    if (!(speed >= 0.25 && speed <= 1.5)) {
      throw new IllegalArgumentException("speed must be 0.25 to 1.5, got " + speed);
    }
    if (language.isPresent() && language.get().isBlank()) {
      throw new IllegalArgumentException("language must be a tag like \"fr\", or be left out");
    }
  }

  /** As the voice speaks of itself. */
  public static Delivery plain() {
    return new Delivery(Style.CASUAL, 1, Optional.empty());
  }

  public Delivery withStyle(Style other) {
    return new Delivery(other, speed, language);
  }

  public Delivery withSpeed(double other) {
    return new Delivery(style, other, language);
  }

  public Delivery withLanguage(String tag) {
    return new Delivery(style, speed, Optional.of(tag));
  }
}
