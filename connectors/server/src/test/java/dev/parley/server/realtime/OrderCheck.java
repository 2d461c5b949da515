package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rules of order that clients rely on, held against every event as it is sent: who begins
 * before whom, each end once, nothing behind an end, and items as a true linked list.
 */
final class OrderCheck {

  private final Set<String> eventIds = new HashSet<>();
  private final Map<String, ResponseOrder> responses = new HashMap<>();
  private final List<String> items = new ArrayList<>();
  private final Set<String> outOfBand = new HashSet<>();
  private String committed = "";
  private String speaking = "";
  private boolean begun;
  private boolean resting;

  /** Looks away from now on. */
  void rest() {
    resting = true;
  }

  void take(JsonNode event) {
    if (resting) {
      return;
    }
    assertThat(eventIds.add(event.path("event_id").asText())).as("event_id is new").isTrue();
    String type = event.path("type").asText();
    assertThat(begun).as("session.created comes first: " + type).isEqualTo(!isFirst(type));
    begun = true;
    if (!committed.isEmpty()) {
      assertThat(type).isEqualTo("conversation.item.added");
      assertThat(event.at("/item/id").asText()).isEqualTo(committed);
      committed = "";
    }
    if (type.startsWith("response.")) {
      ofResponse(type, event);
    } else {
      ofConversation(type, event);
    }
  }

  private static boolean isFirst(String type) {
    return type.equals("session.created");
  }

  private void ofResponse(String type, JsonNode event) {
    if (type.equals("response.created")) {
      JsonNode response = event.path("response");
      boolean inBand = !response.path("conversation_id").isNull();
      if (inBand) {
        assertThat(active()).as("one response at a time in the conversation").isZero();
      }
      ResponseOrder before =
          responses.put(response.path("id").asText(), new ResponseOrder(response, inBand));
      assertThat(before).as("a response is created once").isNull();
      return;
    }
    String id =
        type.equals("response.done")
            ? event.at("/response/id").asText()
            : event.path("response_id").asText();
    assertThat(responses).as("response.created before " + type).containsKey(id);
    ResponseOrder response = Objects.requireNonNull(responses.get(id));
    response.take(type, event);
    if (type.equals("response.output_item.added") && !response.isInBand()) {
      outOfBand.add(event.at("/item/id").asText());
    }
  }

  /** How many responses write to the conversation. */
  long active() {
    return responses.values().stream().filter(r -> r.isInBand() && !r.isDone()).count();
  }

  /** How many responses have been created and are not done. */
  long running() {
    return responses.values().stream().filter(r -> !r.isDone()).count();
  }

  private void ofConversation(String type, JsonNode event) {
    switch (type) {
      case "conversation.item.added" -> {
        String id = event.at("/item/id").asText();
        assertThat(outOfBand).as("no item of the conversation").doesNotContain(id);
        assertThat(items).as("an item is added once").doesNotContain(id);
        JsonNode previous = event.path("previous_item_id");
        int at = previous.isNull() ? 0 : items.indexOf(previous.asText()) + 1;
        assertThat(previous.isNull() || at > 0).as("previous_item_id is known").isTrue();
        items.add(at, id);
      }
      case "conversation.item.done" -> {
        int at = items.indexOf(event.at("/item/id").asText());
        assertThat(at).as("added before done").isNotNegative();
        assertThat(event.path("previous_item_id").asText("null"))
            .isEqualTo(at == 0 ? "null" : items.get(at - 1));
      }
      case "conversation.item.deleted" ->
          assertThat(items.remove(event.path("item_id").asText())).isTrue();
      case "input_audio_buffer.speech_started" -> {
        assertThat(speaking).as("speech begins once a turn").isEmpty();
        speaking = event.path("item_id").asText();
      }
      case "input_audio_buffer.speech_stopped" ->
          assertThat(event.path("item_id").asText()).isEqualTo(speaking);
      case "input_audio_buffer.cleared" -> speaking = "";
      case "input_audio_buffer.committed" -> {
        committed = event.path("item_id").asText();
        assertThat(speaking).as("the id since speech_started").isIn("", committed);
        speaking = "";
        assertThat(event.path("previous_item_id").asText("null"))
            .isEqualTo(items.isEmpty() ? "null" : items.getLast());
      }
      case "session.updated" -> {
        if (event.at("/session/audio/input/turn_detection").isNull()) {
          speaking = ""; // from now on the client says what a turn is
        }
      }
      default -> {}
    }
  }
}
