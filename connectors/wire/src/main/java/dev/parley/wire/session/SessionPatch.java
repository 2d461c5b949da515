package dev.parley.wire.session;

import dev.parley.wire.error.Checked;
import dev.parley.wire.json.Json;
import dev.parley.wire.json.JsonIn;
import dev.parley.wire.json.JsonOut;
import java.time.Instant;
import java.util.Optional;

/**
 * A checked update of a session: the fields that a client gave, and no others. What they come to
 * depends on the session; {@link SessionConfig#with} tells. Immutable.
 */
public final class SessionPatch {

  private final JsonIn fields;
  private final SessionKind kind;

  private SessionPatch(JsonIn fields, SessionKind kind) {
    this.fields = fields;
    this.kind = kind;
  }

  /**
   * Checks the object {@code session} of an update or of a client secret.
   *
   * @throws dev.parley.wire.error.WireException for the first field that is wrong
   */
  public static SessionPatch read(JsonIn session) {
    JsonIn fields = session.at("session");
    SessionPatch patch = new SessionPatch(fields, SessionReader.kind(fields));
    patch.over(SessionReader.anySession(patch.kind)); // each value is checked here, and its place
    return patch;
  }

  /** The same from JSON text: for defaults in a configuration, and for tests. */
  public static Checked<SessionPatch> parse(String json) {
    return Checked.check(() -> read(Json.read(json).orThrow()));
  }

  /** The kind of session that the client believes it has. */
  public SessionKind kind() {
    return kind;
  }

  /** The model, where the client named one: a client secret fixes it. */
  public Optional<String> model() {
    return SessionReader.model(fields);
  }

  /** Whether the session would have another voice than now. */
  public boolean changesVoice(SessionConfig now) {
    return SessionReader.voice(fields)
        .filter(voice -> !voice.equals(now.output().voice()))
        .isPresent();
  }

  /**
   * A new session with these settings.
   *
   * @param defaultModel its model, if the client named none
   * @param defaultEffort its effort, if the client named none
   */
  public Checked<SessionConfig> open(
      String id, Instant expiresAt, String defaultModel, Effort defaultEffort) {
    SessionConfig fresh =
        kind == SessionKind.REALTIME
            ? SessionConfig.realtime(id, expiresAt, defaultModel)
            : SessionConfig.transcription(id, expiresAt);
    return Checked.check(() -> over(fresh.withEffort(defaultEffort)));
  }

  /** Writes the fields as they were given. */
  public void write(JsonOut out) {
    out.fields(fields);
  }

  SessionConfig over(SessionConfig now) {
    return SessionReader.read(fields, kind, now);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionPatch that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "SessionPatch" + fields.names();
  }
}
