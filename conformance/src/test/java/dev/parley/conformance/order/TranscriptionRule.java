package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the caller said in writing: at any time, but about audio that is known, ended once, and with
 * deltas that make the whole. It is asked for, or never comes.
 */
final class TranscriptionRule implements Rule {

  private static final String PREFIX = "conversation.item.input_audio_transcription.";

  private final Set<String> heard = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final Map<String, String> deltas = new HashMap<>();
  private boolean wanted;

  @Override
  public void server(JsonNode event, Complaints complaints) {
    String type = Rule.type(event);
    String id = Rule.text(event, "item_id");
    switch (type) {
      case "session.created", "session.updated" ->
          wanted |=
              event.at("/session/audio/input/transcription").isObject()
                  || event.at("/session/type").asText().equals("transcription");
      case "input_audio_buffer.speech_started", "input_audio_buffer.committed" -> heard.add(id);
      default -> {
        if (type.startsWith(PREFIX)) {
          transcription(type.substring(PREFIX.length()), id, event, complaints);
        }
      }
    }
  }

  private void transcription(String what, String id, JsonNode event, Complaints complaints) {
    complaints.unless(wanted, "the session has no transcription");
    complaints.unless(heard.contains(id), "item %s is no audio of the caller", id);
    complaints.unless(!ended.contains(id), "the transcription of %s has ended before", id);
    if (what.equals("delta")) {
      deltas.merge(id, Rule.text(event, "delta"), String::concat);
      return;
    }
    ended.add(id);
    String all = deltas.get(id);
    complaints.unless(
        !what.equals("completed") || all == null || all.equals(Rule.text(event, "transcript")),
        "the deltas do not make the transcript");
  }
}
