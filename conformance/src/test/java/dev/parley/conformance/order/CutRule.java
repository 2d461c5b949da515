package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** A reply that the caller cut gives no sound any more behind their {@code speech_started}. */
final class CutRule implements Rule {

  /** For each response: how many audio deltas came since the caller last began to speak. */
  private final Map<String, Integer> since = new HashMap<>();

  @Override
  public void server(JsonNode event, Complaints complaints) {
    switch (Rule.type(event)) {
      case "input_audio_buffer.speech_started" -> since.replaceAll((id, count) -> 0);
      case "response.created" -> since.put(Rule.text(event.path("response"), "id"), 0);
      case "response.output_audio.delta" ->
          since.computeIfPresent(Rule.text(event, "response_id"), (id, count) -> count + 1);
      case "response.done" -> {
        JsonNode response = event.path("response");
        int count = since.getOrDefault(Rule.text(response, "id"), 0);
        complaints.unless(
            count == 0 || !response.at("/status_details/reason").asText().equals("turn_detected"),
            "%d audio deltas of the cut response came behind speech_started",
            count);
        since.remove(Rule.text(response, "id"));
      }
      default -> {}
    }
  }
}
