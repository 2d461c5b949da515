package dev.parley.twilio.voice;

import java.util.Map;
import java.util.Optional;

/** Who may call, asked by the webhook. Safe for any thread, and quick. */
public interface Callers {

  /** Whether there is a seat for one more call. */
  boolean hasSeat();

  /**
   * Somebody calls.
   *
   * @return what the stream shall be told along, by names; nothing if the call is not taken
   */
  Optional<Map<String, String>> welcome(VoiceRequest request);
}
