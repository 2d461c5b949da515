package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Short texts that would keep a server busy for long. Each of these tests would never end. */
class HostileSchemasTest {

  @Test
  void allOfThatDoublesWithEachLine_isRefused() {
    StringBuilder defs = new StringBuilder("\"d0\": {\"type\": \"integer\"}");
    for (int i = 1; i < 200; i++) {
      String ref = "{\"$ref\": \"#/$defs/d" + (i - 1) + "\"}";
      defs.append(", \"d%d\": {\"allOf\": [%s, %s]}".formatted(i, ref, ref));
    }
    assertThatThrownBy(
            () -> ToolSchema.parse("{\"$defs\": {" + defs + "}, \"$ref\": \"#/$defs/d199\"}"))
        .hasMessageContaining("more than");
  }

  @Test
  void checkThatDoublesWithEachLevel_isEnded() {
    ToolSchema schema =
        ToolSchema.parse(
            "{\"properties\": {\"a\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}}");
    String deep = "{\"a\":".repeat(50) + "1" + "}".repeat(50);

    assertThat(schema.validate(deep))
        .containsExactly("the value takes too long to check against this schema");
    assertThat(schema.validate("{\"a\":{\"a\":{}}}")).isEmpty();
  }

  @Test
  void patternThatGoesOverItsTextAgain_isEnded() {
    ToolSchema schema = ToolSchema.parse("{\"pattern\": \"^(a+)+$\"}");

    assertThat(schema.validate("\"" + "a".repeat(60) + "!\"")).isNotEmpty();
    assertThat(schema.validate("\"aaa\"")).isEmpty();
  }

  @Test
  void patternThatNestsItsMatcher_endsInAProblem() {
    ToolSchema schema = ToolSchema.parse("{\"pattern\": \"^(a|b)*$\"}");

    assertThat(schema.validate("\"" + "ab".repeat(300) + "\"")).isEmpty();
    assertThat(schema.validate("\"" + "ab".repeat(2_000) + "\"")).hasSizeLessThan(2);
    assertThat(schema.validate("\"" + "ab".repeat(200_000) + "\"")).isNotEmpty();
    assertThatThrownBy(
            () ->
                ToolSchema.parse(
                    "{\"pattern\": \"%s%s\"}".formatted("(".repeat(400), ")".repeat(400))))
        .hasMessageContaining("groups");
  }

  @Test
  void numbersThatAreLongWhenWrittenOut_areRefused() {
    ToolSchema schema = ToolSchema.parse("{\"multipleOf\": 0.01}");

    assertThat(schema.validate("1e999999999")).isNotEmpty();
    assertThat(schema.validate("9".repeat(100_000))).isNotEmpty();
    assertThat(schema.validate("1e20")).isEmpty();
  }

  @Test
  void exampleThatWouldBeHuge_isNotMade() {
    assertThatThrownBy(
            () -> ToolSchema.parse("{\"type\": \"string\", \"minLength\": 2000000000}").example())
        .isInstanceOf(NoExample.class);
    assertThatThrownBy(
            () ->
                ToolSchema.parse(
                        "{\"$defs\": {\"a\": {\"type\": \"array\", \"minItems\": 900, \"items\":"
                            + " {\"type\": \"array\", \"minItems\": 900, \"items\": {\"type\":"
                            + " \"array\", \"minItems\": 900}}}}, \"$ref\": \"#/$defs/a\"}")
                    .example())
        .isInstanceOf(NoExample.class);
    assertThatThrownBy(
            () ->
                ToolSchema.parse(
                        "{\"type\": \"string\", \"pattern\": \"^((a{99999}){99999}){99999}$\"}")
                    .example())
        .isInstanceOf(NoExample.class);
  }
}
