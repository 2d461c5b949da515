package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** Whether the model may, must or must not call a tool. */
public sealed interface ToolChoice {

  enum Mode implements ToolChoice, Choice {
    AUTO,
    NONE,
    REQUIRED;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
      return word;
    }
  }

  /** It must call this one. */
  record Function(String name) implements ToolChoice {}
}
