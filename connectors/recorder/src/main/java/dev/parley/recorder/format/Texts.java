package dev.parley.recorder.format;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a text becomes before it is written.
 *
 * @param hook sees every text, if there is one
 */
public record Texts(Optional<UnaryOperator<String>> hook) {

  /** Writes all as it is. */
  public static Texts plain() {
    return new Texts(Optional.empty());
  }

  /** The text as it may be kept. */
  public String of(String text) {
    return hook.map(redact -> Objects.requireNonNull(redact.apply(text), "redacted text"))
        .orElse(text);
  }

  /**
   * Adds a piece of a text. Where a hook wants to see texts as a whole, only the piece's length is
   * written, and the whole follows elsewhere.
   */
  Fields piece(Fields fields, String text) {
    return hook.isPresent() ? fields.put("chars", text.length()) : fields.put("text", text);
  }
}
