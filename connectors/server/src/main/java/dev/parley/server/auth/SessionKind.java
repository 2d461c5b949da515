package dev.parley.server.auth;

/** What a session is for; {@link #wire} is its {@code type} in the protocol. */
public enum SessionKind {
  REALTIME("realtime"),
  TRANSCRIPTION("transcription");

  private final String wire;

  SessionKind(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
