package dev.parley.twilio;

import dev.parley.twilio.voice.VoiceRequest;
import java.util.Map;
import java.util.Optional;

/** Who takes which call. Safe for any thread, and quick: asked while Twilio waits. */
@FunctionalInterface
public interface TwilioAgents {

  /**
   * A call's stream has begun.
   *
   * @return nothing if nobody takes it: then the caller is told that all lines are busy
   */
  Optional<Agent> answer(CallStart start);

  /**
   * Somebody calls; no stream runs yet.
   *
   * @return what the stream shall be told along ({@code <Parameter>}), by names, at most 500
   *     letters each pair; nothing if the call is not taken
   */
  default Optional<Map<String, String>> welcome(VoiceRequest request) {
    return Optional.of(Map.of());
  }

  /** The same agent for everyone. */
  static TwilioAgents always(Agent agent) {
    return start -> Optional.of(agent);
  }
}
