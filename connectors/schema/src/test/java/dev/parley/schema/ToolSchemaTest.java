package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolSchemaTest {

  private static final String WEATHER =
      """
      {"type": "object",
       "properties": {
         "city": {"type": "string", "minLength": 1},
         "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
         "days": {"type": "integer", "minimum": 1, "maximum": 7},
         "note": {"type": "string"}},
       "required": ["city", "unit", "days"],
       "additionalProperties": false}
      """;

  @Test
  void example_hasWhatIsRequired_andNoMore() {
    assertThat(ToolSchema.parse(WEATHER).example())
        .isEqualTo("{\"city\":\"a\",\"unit\":\"celsius\",\"days\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "{}                                              | the value lacks the property",
        "{'city':'x','unit':'kelvin','days':1}           | /unit must be one of",
        "{'city':'x','unit':'celsius','days':8}          | /days must be at most 7",
        "{'city':3,'unit':'celsius','days':1}            | /city must be a string",
        "{'city':'','unit':'celsius','days':1}           | /city must have at least 1 char",
        "{'city':'x','unit':'celsius','days':1,'more':1} | the value must not have the property",
        "[]                                              | the value must be an object",
        "{'city':                                        | the value is not JSON: see line 1",
        "{} {}                                           | the value is not JSON"
      })
  void problems_nameThePlace(String document, String expected) {
    assertThat(ToolSchema.parse(WEATHER).validate(document.replace('\'', '"')))
        .isNotEmpty()
        .anySatisfy(problem -> assertThat(problem).contains(expected.strip()));
  }

  @Test
  void problems_neverTellTheValue() {
    String secret = "{\"city\": {\"canary\": \"7391\"}, \"unit\": \"canary\", \"days\": 7391}";

    assertThat(ToolSchema.parse(WEATHER).validate(secret))
        .hasSize(3)
        .noneSatisfy(problem -> assertThat(problem).containsAnyOf("canary", "7391"));
    assertThat(ToolSchema.parse(WEATHER).validate("{\"canary\" 7391"))
        .singleElement()
        .asString()
        .doesNotContain("canary", "7391");
  }

  @Test
  void problems_areTenAtTheMost_andTheirNamesAreShort() {
    ToolSchema schema = ToolSchema.parse("{\"additionalProperties\": {\"type\": \"null\"}}");
    StringBuilder document = new StringBuilder("{\"" + "x".repeat(5_000) + "\": 1");
    for (int i = 0; i < 50; i++) {
      document.append(", \"").append(i).append("\": 1");
    }

    assertThat(schema.validate(document + "}"))
        .hasSize(10)
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "true",
        "\"object\"",
        "{'type': 'strng'}",
        "{'type': 3}",
        "{'required': 'city'}",
        "{'properties': []}",
        "{'properties': {'a': 7}}",
        "{'minLength': -1}",
        "{'multipleOf': 0}",
        "{'enum': 'a'}",
        "{'type': 'object', 'type': 'string'}",
        "{'$ref': '#/$defs/none'}",
        "{'$ref': '#none'}",
        "{'$ref': '#/%zz'}",
        "{'$ref': '#/x', 'x': {'$ref': 'http://127.0.0.1:9/'}}",
        "{'properties': {'a': {'$ref': 'other.json'}}}",
        "{'$schema': 'http://127.0.0.1:9/meta'}",
        "{'$schema': ''}",
        "{'properties': {'a': {'$id': 'http://127.0.0.1:9/a'}}}",
        "{'$dynamicRef': '#a'}",
        "{'$ref': '#'}",
        "{'allOf': [{'$ref': '#/$defs/a'}], '$defs': {'a': {'anyOf': [{'$ref': '#'}]}}}",
        "{'pattern': '('}",
        "{'patternProperties': {'[': true}}",
        "{'maximum': 1e999999999}"
      })
  void whatIsNoSchema_isRefused_inASentence(String json) {
    assertThatThrownBy(() -> ToolSchema.parse(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasSizeBetween(15, 200)
        .doesNotContain("\n", "Exception", "networknt", "127.0.0.1");
  }

  @Test
  void refusals_nameThePlace() {
    assertThatThrownBy(() -> ToolSchema.parse("{\"properties\": {\"a/b\": {\"type\": \"strng\"}}}"))
        .hasMessageStartingWith("/properties/a~1b/type: must be one of");
    assertThatThrownBy(() -> ToolSchema.parse("{\"items\": {\"$ref\": \"x\"}}"))
        .hasMessage("/items: $ref must lead to a place in this schema, such as #/$defs/name");
  }

  @Test
  void tooBig_isRefused() {
    String padding = "x".repeat(ToolSchema.LONGEST);
    assertThatThrownBy(() -> ToolSchema.parse("{\"title\": \"" + padding + "\"}"))
        .hasMessageContaining("too big");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 5_000})
  void tooDeep_isRefused(int levels) {
    String deep = "{\"items\":".repeat(levels) + "{}" + "}".repeat(levels);
    if (levels < 60) {
      assertThat(ToolSchema.parse(deep).example()).isNotEmpty();
    } else {
      assertThatThrownBy(() -> ToolSchema.parse(deep)).hasMessageContaining("deeper");
    }
  }

  @Test
  void propertiesThatAreCalledLikeKeywords_areProperties() {
    ToolSchema schema =
        ToolSchema.parse(
            """
            {"properties": {"$ref": {"type": "integer"}, "$id": true, "pattern": {"const": "("}},
             "required": ["$ref", "$id", "pattern"],
             "enum": [{"$ref": 1, "$id": {"$ref": "http://127.0.0.1:9/"}, "pattern": "("}]}
            """);

    assertThat(schema.validate(schema.example())).isEmpty();
    assertThat(schema.validate("{\"$ref\": \"x\"}")).isNotEmpty();
  }

  @Test
  void olderEditions_areReadByTheirOwnRules() {
    String tuple = "\"items\": [{\"type\": \"integer\"}], \"additionalItems\": false, ";
    ToolSchema old =
        ToolSchema.parse(
            "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", "
                + tuple
                + "\"minItems\": 1, \"type\": \"array\"}");

    assertThat(old.example()).isEqualTo("[0]");
    assertThat(old.validate("[0, 0]")).isNotEmpty();
    assertThatThrownBy(() -> ToolSchema.parse("{" + tuple + "\"minItems\": 1}"))
        .hasMessageContaining("/items");
  }

  @Test
  void references_mayGoRoundThroughTheDocument() {
    ToolSchema list =
        ToolSchema.parse(
            """
            {"$defs": {"node": {"type": "object", "required": ["value", "next"], "properties": {
               "value": {"type": "integer"},
               "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}}}},
             "$ref": "#/$defs/node"}
            """);

    assertThat(list.example()).isEqualTo("{\"value\":0,\"next\":null}");
    assertThat(list.validate("{\"value\":0,\"next\":{\"value\":1,\"next\":7}}")).isNotEmpty();
  }

  @Test
  void toString_tellsNothingOfTheClients() {
    assertThat(ToolSchema.parse(WEATHER)).hasToString("ToolSchema");
  }
}
