package dev.parley.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Schemas that some value fulfils, of the kinds that tools have. */
final class RandomSchemas {

  private static final List<String> NAMES = List.of("a", "b", "city", "$ref", "type", "x/y", "ü~");

  private RandomSchemas() {}

  static Arbitrary<String> any() {
    return schema(3);
  }

  private static Arbitrary<String> schema(int levels) {
    return levels == 0
        ? Arbitraries.oneOf(texts(), formats(), patterns(), integers(), numbers(), words())
        : Arbitraries.oneOf(
            texts(),
            integers(),
            words(),
            arrays(levels - 1),
            objects(levels - 1),
            objects(levels - 1),
            choices(levels - 1),
            all(levels - 1),
            references(levels - 1));
  }

  private static Arbitrary<String> texts() {
    return Combinators.combine(number(0, 9), number(0, 9))
        .as(
            (least, more) ->
                "{\"type\":\"string\",\"minLength\":%d,\"maxLength\":%d}"
                    .formatted(least, least + more));
  }

  private static Arbitrary<String> formats() {
    return Arbitraries.of(
            "date",
            "time",
            "date-time",
            "duration",
            "email",
            "hostname",
            "ipv4",
            "ipv6",
            "uuid",
            "uri",
            "uri-reference",
            "json-pointer",
            "regex",
            "no-such-format")
        .map("{\"type\":\"string\",\"format\":\"%s\"}"::formatted);
  }

  private static Arbitrary<String> patterns() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "a", "[a-z]", "[^0-9]", "\\\\d", "\\\\w", "(x|yy)", "\\\\.", ".", "[A-F\\\\d]");
    Arbitrary<String> counts = Arbitraries.of("", "", "?", "*", "+", "{2}", "{1,3}", "{2,}");
    return Combinators.combine(atoms, counts)
        .as((atom, count) -> atom + count)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts))
        .map("{\"type\":\"string\",\"pattern\":\"^%s$\"}"::formatted);
  }

  private static Arbitrary<String> integers() {
    return Combinators.combine(number(-50, 50), number(1, 9), number(0, 20))
        .as(
            (least, step, more) ->
                "{\"type\":\"integer\",\"minimum\":%d,\"exclusiveMaximum\":%d,\"multipleOf\":%d}"
                    .formatted(least, least + step + more, step));
  }

  private static Arbitrary<String> numbers() {
    return Combinators.combine(number(-50, 50), number(1, 90))
        .as(
            (least, more) ->
                "{\"type\":\"number\",\"exclusiveMinimum\":%d.5,\"maximum\":%d.75}"
                    .formatted(least, least + more));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of(
        "true",
        "{}",
        "{\"type\":\"boolean\"}",
        "{\"type\":[\"null\",\"integer\"]}",
        "{\"enum\":[\"celsius\",7,null]}",
        "{\"const\":{\"$ref\":\"http://x\"}}",
        "{\"type\":\"string\",\"default\":\"now\"}",
        "{\"not\":{\"type\":\"string\"}}");
  }

  private static Arbitrary<String> arrays(int levels) {
    return Combinators.combine(schema(levels), number(0, 3), number(0, 3))
        .as(
            (items, least, more) ->
                "{\"type\":\"array\",\"items\":%s,\"minItems\":%d,\"maxItems\":%d}"
                    .formatted(items, least, least + more));
  }

  private static Arbitrary<String> objects(int levels) {
    Arbitrary<List<String>> values = schema(levels).list().ofSize(NAMES.size());
    Arbitrary<Set<String>> declared = Arbitraries.of(NAMES).set().ofMaxSize(4);
    return Combinators.combine(values, declared, number(0, 4), Arbitraries.of(true, false))
        .as(
            (schemas, names, required, open) -> {
              Set<String> ordered = new LinkedHashSet<>(NAMES);
              ordered.retainAll(names);
              String properties =
                  ordered.stream()
                      .map(name -> "\"%s\":%s".formatted(name, schemas.get(NAMES.indexOf(name))))
                      .collect(Collectors.joining(","));
              String needed =
                  ordered.stream()
                      .limit(required)
                      .map("\"%s\""::formatted)
                      .collect(Collectors.joining(","));
              return ("{\"type\":\"object\",\"properties\":{%s},\"required\":[%s],"
                      + "\"additionalProperties\":%s}")
                  .formatted(properties, needed, open);
            });
  }

  private static Arbitrary<String> choices(int levels) {
    return Combinators.combine(schema(levels), schema(levels))
        .as("{\"anyOf\":[{\"type\":\"string\",\"minLength\":2,\"maxLength\":1},%s,%s]}"::formatted);
  }

  private static Arbitrary<String> all(int levels) {
    return schema(levels).map("{\"allOf\":[%s,{\"title\":\"both\"},true]}"::formatted);
  }

  /** A reference by a name with all that is escaped. A recursion in a place of its own. */
  private static Arbitrary<String> references(int levels) {
    return schema(levels)
        .map(
            one ->
                "{\"type\":\"object\",\"required\":[\"r\"],\"properties\":{\"r\":%s,\"s\":{\"$ref\":\"#\"}}}"
                    .formatted(one));
  }

  private static Arbitrary<Integer> number(int least, int most) {
    return Arbitraries.integers().between(least, most);
  }
}
