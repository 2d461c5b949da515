package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;

/** What is wrong, in a sentence that names the place and never the value. */
final class Problems {

  private static final int LONGEST_NAME = 80;

  private Problems() {}

  /** Of a document. */
  static String ofDocument(ValidationMessage found) {
    return place(found, "the value") + " " + what(found);
  }

  /** Of a schema that is checked as a document. */
  static String ofSchema(ValidationMessage found) {
    return place(found, "the schema") + ": " + what(found);
  }

  private static String place(ValidationMessage found, String whole) {
    String pointer = found.getInstanceLocation().toString();
    return pointer.isEmpty() ? whole : clipped(pointer);
  }

  private static String what(ValidationMessage found) {
    JsonNode wanted = found.getSchemaNode();
    return switch (found.getType()) {
      case "type", "unionType" -> "must be " + types(wanted);
      case "required", "dependentRequired", "dependencies" -> "lacks the property " + name(found);
      case "additionalProperties", "unevaluatedProperties", "notAllowed" ->
          "must not have the property " + name(found);
      case "additionalItems", "items", "prefixItems", "unevaluatedItems" -> "has too many items";
      case "enum" -> "must be one of the values that the schema lists";
      case "const" -> "must be the value that the schema names";
      case "minimum" -> "must be at least " + number(wanted);
      case "exclusiveMinimum" -> "must be more than " + number(wanted);
      case "maximum" -> "must be at most " + number(wanted);
      case "exclusiveMaximum" -> "must be less than " + number(wanted);
      case "multipleOf" -> "must be a multiple of " + number(wanted);
      case "minLength" -> "must have at least " + number(wanted) + " characters";
      case "maxLength" -> "must have at most " + number(wanted) + " characters";
      case "minItems" -> "must have at least " + number(wanted) + " items";
      case "maxItems" -> "must have at most " + number(wanted) + " items";
      case "minProperties" -> "must have at least " + number(wanted) + " properties";
      case "maxProperties" -> "must have at most " + number(wanted) + " properties";
      case "uniqueItems" -> "must not have an item twice";
      case "contains", "minContains", "maxContains" ->
          "has not as many items of the wanted kind as it must";
      case "pattern" -> "must match the schema's pattern";
      case "format" -> "must have the format " + clipped(wanted.asText());
      case "propertyNames" -> "has a property whose name is not allowed";
      case "not" -> "must not be what the schema excludes";
      case "anyOf" -> "must be of one of the allowed kinds";
      case "oneOf" -> "must be of exactly one of the allowed kinds";
      case "false" -> "must not be there";
      default -> "does not fulfil " + clipped(found.getType());
    };
  }

  private static String types(JsonNode wanted) {
    StringBuilder names = new StringBuilder();
    if (wanted.isArray()) {
      wanted.forEach(
          one -> names.append(names.isEmpty() ? "" : " or ").append(withArticle(one.asText())));
    } else {
      names.append(withArticle(wanted.asText()));
    }
    return clipped(names.toString());
  }

  private static String withArticle(String type) {
    return switch (type) {
      case "null" -> "null";
      case "array", "integer", "object" -> "an " + type;
      default -> "a " + type;
    };
  }

  private static String number(JsonNode wanted) {
    return clipped(wanted.asText());
  }

  private static String name(ValidationMessage found) {
    String name = found.getProperty();
    return name == null ? "that it needs" : "\"" + clipped(name) + "\"";
  }

  /** Names come from strangers, and sentences go into logs and errors. */
  private static String clipped(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "...";
  }
}
