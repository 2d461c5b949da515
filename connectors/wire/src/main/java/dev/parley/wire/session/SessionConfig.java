package dev.parley.wire.session;

import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that holds in a session, with every default resolved: what {@code session.created} shows. A
 * transcription session has and shows its input only. Immutable; {@link #with} makes the next one.
 *
 * @param id {@code sess_...}
 * @param expiresAt when the server ends it; whole seconds are shown
 * @param model what answers; empty text in a transcription session
 * @param outputModality of responses that do not say otherwise
 * @param include further fields that the client asked for
 */
public record SessionConfig(
    String id,
    Instant expiresAt,
    SessionKind kind,
    String model,
    String instructions,
    Modality outputModality,
    AudioInput input,
    AudioOutput output,
    ToolUse toolUse,
    Generation generation,
    Optional<Tracing> tracing,
    List<String> include,
    Optional<Prompt> prompt) {

  public SessionConfig {
    include = List.copyOf(include);
  }

  /** A conversation as it is before the first update. */
  public static SessionConfig realtime(String id, Instant expiresAt, String model) {
    return fresh(id, expiresAt, SessionKind.REALTIME, model);
  }

  /** A transcription as it is before the first update. */
  public static SessionConfig transcription(String id, Instant expiresAt) {
    return fresh(id, expiresAt, SessionKind.TRANSCRIPTION, /* model= */ "");
  }

  private static SessionConfig fresh(String id, Instant expiresAt, SessionKind kind, String model) {
    return new SessionConfig(
        id,
        expiresAt,
        kind,
        model,
        /* instructions= */ "",
        Modality.AUDIO,
        AudioInput.defaults(),
        AudioOutput.defaults(),
        ToolUse.none(),
        Generation.defaults(),
        /* tracing= */ Optional.empty(),
        /* include= */ List.of(),
        /* prompt= */ Optional.empty());
  }

  /**
   * The session after an update: all of it, or nothing and the reason. The error does not know yet
   * which event it answers. That a voice is fixed after the first audio is not known here; ask
   * {@link SessionPatch#changesVoice}.
   */
  public Checked<SessionConfig> with(SessionPatch patch) {
    return Checked.check(
        () -> {
          SessionConfig next = patch.over(this);
          SessionRules.refuseChangeOf(this, next)
              .ifPresent(
                  error -> {
                    throw new WireException(error);
                  });
          return next;
        });
  }

  /** The same settings as another session: a client secret lends them to what it opens. */
  public SessionConfig as(String newId, Instant newExpiry) {
    return new SessionConfig(
        newId,
        newExpiry,
        kind,
        model,
        instructions,
        outputModality,
        input,
        output,
        toolUse,
        generation,
        tracing,
        include,
        prompt);
  }

  public SessionConfig withInstructions(String text) {
    return new SessionConfig(
        id,
        expiresAt,
        kind,
        model,
        text,
        outputModality,
        input,
        output,
        toolUse,
        generation,
        tracing,
        include,
        prompt);
  }

  public SessionConfig withGeneration(Generation other) {
    return new SessionConfig(
        id,
        expiresAt,
        kind,
        model,
        instructions,
        outputModality,
        input,
        output,
        toolUse,
        other,
        tracing,
        include,
        prompt);
  }

  public SessionConfig withEffort(Effort other) {
    return withGeneration(generation.withEffort(other));
  }

  public SessionConfig withInput(AudioInput other) {
    return new SessionConfig(
        id,
        expiresAt,
        kind,
        model,
        instructions,
        outputModality,
        other,
        output,
        toolUse,
        generation,
        tracing,
        include,
        prompt);
  }

  public SessionConfig withOutput(AudioOutput other) {
    return new SessionConfig(
        id,
        expiresAt,
        kind,
        model,
        instructions,
        outputModality,
        input,
        other,
        toolUse,
        generation,
        tracing,
        include,
        prompt);
  }

  @Override
  public String toString() {
    return "SessionConfig[%s, %s, %s, %d tools]"
        .formatted(id, kind.word(), model, toolUse.tools().size());
  }
}
