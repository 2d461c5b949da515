package dev.parley.server.auth;

/**
 * A text that must not be seen: a key or a client secret in plain. Its name in logs is {@code
 * Secret[59 chars]}. Not comparable on purpose: compare a {@link SecretHash}.
 */
public final class Secret {

  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** The text itself: for the answer that hands it over, and for nothing else. */
  public String text() {
    return text;
  }

  public SecretHash hash() {
    return SecretHash.of(text);
  }

  @Override
  public String toString() {
    return "Secret[" + text.length() + " chars]";
  }
}
