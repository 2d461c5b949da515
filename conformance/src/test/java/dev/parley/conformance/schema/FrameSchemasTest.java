package dev.parley.conformance.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conformance.frames.Dialogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class FrameSchemasTest {

  private static final FrameSchemas SCHEMAS = new FrameSchemas();

  @SuppressWarnings("UnusedVariable") // by name, as a field source
  private static final List<String> TYPES = FrameSchemas.TYPES;

  @ParameterizedTest
  @FieldSource("TYPES")
  void frame_asWritten_isRight(String type) {
    assertThat(examples(type)).isNotEmpty().allSatisfy(f -> assertThat(SCHEMAS.check(f)).isEmpty());
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void frame_withoutAField_isWrong(String type) {
    ObjectNode whole = examples(type).findFirst().orElseThrow().deepCopy();
    whole
        .fieldNames()
        .forEachRemaining(
            field -> {
              ObjectNode less = whole.deepCopy();
              less.remove(field);
              assertThat(SCHEMAS.check(less)).as(field).isNotEmpty();
            });
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void frame_withAFieldTooMany_isWrong(String type) {
    ObjectNode more = examples(type).findFirst().orElseThrow().deepCopy();
    more.put("extra", 1);
    assertThat(SCHEMAS.check(more)).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void frame_withAWrongValue_isWrong(String type) {
    ObjectNode whole = examples(type).findFirst().orElseThrow().deepCopy();
    whole
        .fieldNames()
        .forEachRemaining(
            field -> {
              ObjectNode other = whole.deepCopy();
              other.set(field, JsonNodeFactory.instance.booleanNode(true));
              assertThat(SCHEMAS.check(other)).as(field).isNotEmpty();
            });
  }

  @Test
  void unknownType_isWrong() {
    ObjectNode frame = JsonNodeFactory.instance.objectNode().put("type", "response.cancelled");
    assertThat(SCHEMAS.check(frame))
        .containsExactly("the server sends no event of type \"response.cancelled\"");
  }

  @ParameterizedTest
  @CsvSource({
    "session.created, /session, voice, marin",
    "session.created, /session/audio/input/turn_detection, interrupt_response, ",
    "session.created, /session/audio/input/format, rate, 16000",
    "conversation.item.added, /item, role, agent",
    "conversation.item.added, /item, name, ",
    "conversation.item.done, /item, object, item",
    "response.created, /response, status, cancelled_by_me",
    "response.done, /response/usage, input_tokens, many",
    "response.content_part.added, /part, type, output_audio",
    "rate_limits.updated, /rate_limits/0, name, minutes",
    "error, /error, type, ",
  })
  void nestedValue_thatIsWrong_isFound(String type, String where, String field, String value) {
    ObjectNode frame = examples(type).findFirst().orElseThrow().deepCopy();
    ((ObjectNode) frame.at(where)).put(field, value);
    assertThat(SCHEMAS.check(frame)).isNotEmpty();
  }

  private static Stream<JsonNode> examples(String type) {
    return Dialogue.NAMES.stream()
        .flatMap(name -> Dialogue.read(name).server())
        .filter(frame -> frame.path("type").asText().equals(type));
  }
}
