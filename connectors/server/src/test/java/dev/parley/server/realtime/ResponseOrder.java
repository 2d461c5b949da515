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

/** The order of one response's events, from {@code response.created} to {@code response.done}. */
final class ResponseOrder {

  private static final Set<String> SPEECH =
      Set.of("response.output_audio.done", "response.output_audio_transcript.done");
  private static final Set<String> TEXT = Set.of("response.output_text.done");

  /** An output item that is not done. */
  private static final class Open {
    final Set<String> ends = new HashSet<>();
    final boolean call;
    String part = "";

    Open(boolean call) {
      this.call = call;
    }
  }

  private final boolean inBand;
  private final List<String> output = new ArrayList<>();
  private final Map<String, Open> open = new HashMap<>();
  private boolean done;

  ResponseOrder(JsonNode response, boolean inBand) {
    this.inBand = inBand;
    assertThat(response.path("status").asText()).isEqualTo("in_progress");
    assertThat(response.path("output")).isEmpty();
  }

  boolean isInBand() {
    return inBand;
  }

  boolean isDone() {
    return done;
  }

  void take(String type, JsonNode event) {
    assertThat(done).as("nothing after response.done: " + type).isFalse();
    switch (type) {
      case "response.done" -> {
        assertThat(open).as("all items are done").isEmpty();
        assertThat(event.at("/response/output").findValuesAsText("id")).isEqualTo(output);
        assertThat(event.at("/response/status").asText()).isNotEqualTo("in_progress");
        done = true;
      }
      case "response.output_item.added" -> {
        assertThat(event.path("output_index").asInt()).isEqualTo(output.size());
        assertThat(event.at("/item/status").asText()).isEqualTo("in_progress");
        String id = event.at("/item/id").asText();
        assertThat(output).doesNotContain(id);
        output.add(id);
        open.put(id, new Open(event.at("/item/type").asText().equals("function_call")));
      }
      case "response.output_item.done" -> {
        String id = event.at("/item/id").asText();
        assertThat(open).as("added before done, and done once").containsKey(id);
        Open item = Objects.requireNonNull(open.remove(id));
        assertThat(item.part).as("parts are done before their item").isEmpty();
        assertThat(event.at("/item/status").asText()).isIn("completed", "incomplete");
        if (item.call) {
          assertThat(item.ends).containsExactly("response.function_call_arguments.done");
        }
      }
      default -> ofItem(type, event);
    }
  }

  private void ofItem(String type, JsonNode event) {
    String id = event.path("item_id").asText();
    assertThat(open).as(type + " is of an open item").containsKey(id);
    Open item = Objects.requireNonNull(open.get(id));
    assertThat(event.path("output_index").asInt()).isEqualTo(output.indexOf(id));
    switch (type) {
      case "response.content_part.added" -> {
        assertThat(item.part).isEmpty();
        item.part = event.at("/part/type").asText();
      }
      case "response.content_part.done" -> {
        assertThat(event.at("/part/type").asText()).isEqualTo(item.part);
        assertThat(item.ends).isEqualTo(item.part.equals("audio") ? SPEECH : TEXT);
        item.part = "";
      }
      default -> {
        assertThat(item.call)
            .as(type)
            .isEqualTo(type.startsWith("response.function_call_arguments"));
        assertThat(item.call || !item.part.isEmpty()).as(type + " in an open part").isTrue();
        assertThat(item.ends).as("nothing after its end: " + type).doesNotContain(type);
        if (type.endsWith(".done")) {
          item.ends.add(type);
        } else {
          assertThat(item.ends).doesNotContain(type.replaceFirst("delta$", "done"));
        }
      }
    }
  }
}
