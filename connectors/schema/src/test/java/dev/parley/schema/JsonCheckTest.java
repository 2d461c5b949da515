package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonCheckTest {

  @Test
  void resource_isReadBesideItsClass() {
    JsonCheck check = JsonCheck.resource(JsonCheckTest.class, "event.schema.json");

    assertThat(check.problems("{\"type\": \"ping\", \"event_id\": \"e\"}")).isEmpty();
    assertThat(check.problems("{\"type\": \"pong\", \"event_id\": \"e\", \"n\": 1}")).isEmpty();
    assertThat(check.problems("{\"type\": \"pong\", \"event_id\": \"e\"}")).isNotEmpty();
    assertThat(check.problems("{\"type\": \"ping\"}"))
        .contains("the value lacks the property \"event_id\"");
  }

  @Test
  void resourceThatIsMissing_isNamed() {
    assertThatThrownBy(() -> JsonCheck.resource(JsonCheckTest.class, "none.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void longSchema_isTaken() {
    String text = "{\"description\": \"" + "x".repeat(2 * ToolSchema.LONGEST) + "\"}";
    assertThat(JsonCheck.of(text).problems("1")).isEmpty();
  }
}
