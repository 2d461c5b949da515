package dev.parley.wire.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One JSON object as Java values: Map, List, String, Long, Double, Boolean, {@link #NULL}; and
 * {@link RawJson} for objects that we pass on as they are.
 */
final class JsonTree {

  /** JSON's null. */
  static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  /** Objects under these names are not looked into. */
  private static final Set<String> RAW = Set.of(Field.PARAMETERS, Field.VARIABLES, Field.METADATA);

  private final JsonParser parser;
  private final byte[] data;
  private final int offset;

  JsonTree(JsonParser parser, byte[] data, int offset) {
    this.parser = parser;
    this.data = data;
    this.offset = offset;
  }

  /** The one object that the text holds. */
  Map<String, Object> only() throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new JsonParseException(parser, "it must be an object, in braces");
    }
    Map<String, Object> object = object();
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "there is more after the object's closing brace");
    }
    return object;
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      boolean raw = token == JsonToken.START_OBJECT && RAW.contains(name);
      fields.put(name, raw ? raw() : value(token));
    }
    return fields;
  }

  private List<Object> array() throws IOException {
    List<Object> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      values.add(value(token));
    }
    return values;
  }

  private Object value(JsonToken token) throws IOException {
    checkLength(token);
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      default -> throw new JsonParseException(parser, "unexpected " + token);
    };
  }

  /** Beyond 64 bits it can only be out of range, so its exact value does not matter. */
  private Object integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getDoubleValue();
    };
  }

  private RawJson raw() throws IOException {
    int start = offset + (int) parser.currentTokenLocation().getByteOffset();
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else {
        checkLength(token);
      }
    }
    int end = offset + (int) parser.currentLocation().getByteOffset();
    return new RawJson(new String(data, start, end - start, StandardCharsets.UTF_8));
  }

  /**
   * The parser's own limit comes too late: when a number is evaluated, which is not always done.
   */
  private void checkLength(JsonToken token) throws IOException {
    if (token.isNumeric() && parser.getTextLength() > Json.MAX_NUMBER) {
      throw new JsonParseException(parser, "a number has more than 64 characters");
    }
  }
}
