package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Speech starts, stops and is committed under one item id, at places that lie one behind the other
 * in the audio that the client has written. A commit without speech is the client's own.
 */
final class SpeechRule implements Rule {

  private @Nullable String spoken;
  private boolean speaking;
  private boolean ordered;
  private long commits;
  private long start = -1;
  private double written;
  private double bytesPerMs = 48;

  @Override
  public void client(JsonNode event) {
    switch (Rule.type(event)) {
      case "input_audio_buffer.append" ->
          written += decoded(event.path("audio").asText()) / bytesPerMs;
      case "input_audio_buffer.commit" -> commits++;
      default -> {}
    }
  }

  @Override
  public void server(JsonNode event, Complaints complaints) {
    String id = Rule.text(event, "item_id");
    switch (Rule.type(event)) {
      case "session.created", "session.updated" ->
          bytesPerMs =
              event.at("/session/audio/input/format/type").asText().equals("audio/pcm") ? 48 : 8;
      case "input_audio_buffer.speech_started" -> {
        complaints.unless(spoken == null, "speech of %s is not committed yet", name());
        long at = event.path("audio_start_ms").asLong();
        complaints.unless(at > start, "audio_start_ms must be above %d, the last one", start);
        within(at, complaints);
        spoken = id;
        speaking = true;
        start = at;
      }
      case "input_audio_buffer.speech_stopped" -> {
        complaints.unless(speaking, "nobody is speaking");
        complaints.unless(!speaking || id.equals(spoken), "item_id must be %s", name());
        long at = event.path("audio_end_ms").asLong();
        complaints.unless(at > start, "audio_end_ms must be above audio_start_ms, %d", start);
        within(at, complaints);
        speaking = false;
      }
      case "input_audio_buffer.timeout_triggered" -> {
        long from = event.path("audio_start_ms").asLong();
        long to = event.path("audio_end_ms").asLong();
        complaints.unless(spoken == null, "no timeout may come while there is speech");
        complaints.unless(from < to, "audio_end_ms must be above audio_start_ms, %d", from);
        within(to, complaints);
        spoken = id;
        ordered = true;
      }
      case "input_audio_buffer.committed" -> committed(id, complaints);
      case "input_audio_buffer.cleared" -> {
        spoken = null;
        speaking = false;
      }
      default -> {}
    }
  }

  private void committed(String id, Complaints complaints) {
    complaints.unless(
        spoken == null || id.equals(spoken), "item_id must be %s, as speech has it", name());
    boolean heard = spoken != null && !speaking; // by turn detection, or its timeout
    complaints.unless(heard || ordered || commits-- > 0, "nobody asked for a commit");
    spoken = null;
    speaking = false;
    ordered = false;
  }

  private void within(long at, Complaints complaints) {
    complaints.unless(
        at <= Math.ceil(written), "%d ms are not written yet, only %.0f", at, written);
  }

  private String name() {
    return spoken == null ? "null" : spoken;
  }

  /** How many bytes base64 stands for. */
  private static int decoded(String base64) {
    int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    return base64.length() / 4 * 3 - padding;
  }
}
