package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** What a session is for; it never changes. */
public enum SessionKind implements Choice {
  /** A conversation with a model. */
  REALTIME("realtime.session"),
  /** Speech to text, without answers. */
  TRANSCRIPTION("realtime.transcription_session");

  private final String word = name().toLowerCase(Locale.ROOT);
  private final String object;

  SessionKind(String object) {
    this.object = object;
  }

  @Override
  public String word() {
    return word;
  }

  /** The field {@code object} of such a session. */
  public String object() {
    return object;
  }
}
