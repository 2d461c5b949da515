package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A response begins because the client asked for it or because turn detection found a turn's end
 * and may create one. A commit alone never starts one. The buffer is cleared only when the client
 * says so.
 */
final class AskedRule implements Rule {

  private int creates;
  private int outOfBand;
  private int clears;
  private boolean turnFound;
  private boolean turnWaits;
  private boolean automatic;

  @Override
  public void client(JsonNode event) {
    switch (Rule.type(event)) {
      case "response.create" -> {
        creates++;
        if (event.at("/response/conversation").asText().equals("none")) {
          outOfBand++;
        }
      }
      case "input_audio_buffer.clear" -> clears++;
      default -> {}
    }
  }

  @Override
  public void server(JsonNode event, Complaints complaints) {
    switch (Rule.type(event)) {
      case "session.created", "session.updated" ->
          automatic =
              event.at("/session/audio/input/turn_detection/create_response").asBoolean(false);
      case "input_audio_buffer.speech_stopped", "input_audio_buffer.timeout_triggered" ->
          turnFound = true;
      case "input_audio_buffer.committed" -> {
        turnWaits = turnFound && automatic;
        turnFound = false;
      }
      case "input_audio_buffer.cleared" ->
          complaints.unless(clears-- > 0, "no input_audio_buffer.clear is waiting for an answer");
      case "response.created" -> created(event.path("response"), complaints);
      default -> {}
    }
  }

  private void created(JsonNode response, Complaints complaints) {
    if (response.path("conversation_id").isNull()) {
      complaints.unless(outOfBand-- > 0, "nobody asked for a response out of band");
      creates--;
    } else if (turnWaits) {
      turnWaits = false;
    } else {
      complaints.unless(creates-- > 0, "nobody asked for this response");
    }
  }
}
