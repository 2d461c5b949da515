package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.pattern.PatternText;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ExamplePropertiesTest {

  @Provide
  Arbitrary<String> schemas() {
    return RandomSchemas.any();
  }

  @Property(tries = 1_000)
  void example_isValid(@ForAll("schemas") String json) {
    ToolSchema schema = ToolSchema.parse(wrapped(json));

    assertThat(schema.validate(schema.example())).isEmpty();
  }

  @Property(tries = 1_000)
  void anythingAtAll_isASchemaOrRefusedInASentence(@ForAll("noise") String text) {
    try {
      ToolSchema schema = ToolSchema.parse(text);
      schema.validate("{}");
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal.getMessage()).doesNotContain("\n").hasSizeLessThan(250);
    }
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        RandomSchemas.any().map(json -> json.substring(0, json.length() * 2 / 3)),
        RandomSchemas.any().map(json -> json.replace("type", "items")),
        RandomSchemas.any().map(json -> json.replace("properties", "anyOf")),
        RandomSchemas.any().map(json -> json.replace("minimum", "$ref")),
        RandomSchemas.any().map(json -> json.replace(":1", ":-1")));
  }

  @Property(tries = 1_000)
  void textOfAPattern_matches(
      @ForAll("patterns") String regex, @ForAll @IntRange(min = 0, max = 12) int length) {
    assertThat(PatternText.of(regex, length))
        .first()
        .satisfies(text -> assertThat(Pattern.compile(regex).matcher(text).matches()).isTrue());
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a", "[b-d]", "\\d", "(x|yy|z{3})", "(?:(?:ab)+)", "[^a-z]", "\\x41", "((1*)*)")
        .flatMap(
            atom -> Arbitraries.of("", "?", "*", "+", "{2}", "{1,3}", "{2,}?").map(atom::concat))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  private static String wrapped(String json) {
    return json.equals("true") ? "{}" : json;
  }
}
