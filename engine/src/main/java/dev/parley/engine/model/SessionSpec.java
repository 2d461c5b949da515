package dev.parley.engine.model;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.AudioFormat;

/**
 * What a model needs to know of a session.
 *
 * @param callId names the call through door, model, tools, logs and traces
 * @param audio the caller's audio as it reaches the model
 * @param brief how it shall play its part
 */
public record SessionSpec(String callId, AudioFormat audio, Brief brief) {
  /** A session by the default brief. */
  public static SessionSpec of(String callId, AudioFormat audio) {
    return new SessionSpec(callId, audio, Brief.defaults());
  }

  public SessionSpec with(Brief other) {
    return new SessionSpec(callId, audio, other);
  }
}
