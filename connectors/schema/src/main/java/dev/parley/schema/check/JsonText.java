package dev.parley.schema.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;

/**
 * Reads JSON texts of strangers: bounded in length, depth and the size of numbers, exact in
 * decimals, with no name twice in an object (RFC 8259, 4) and nothing behind the value.
 */
public final class JsonText {

  /** How deep values may be nested. */
  public static final int DEEPEST = 64;

  /** Bounds the cost of sums: nobody needs a number that is longer when it is written out. */
  private static final int LONGEST_NUMBER = 400;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  /**
   * @param longest the most characters that are read
   * @throws IllegalArgumentException if it is not such a text; one sentence that does not repeat it
   */
  public static JsonNode read(String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "is too big: %d characters, %d at the most".formatted(text.length(), longest));
    }
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new IllegalArgumentException(
          "is nested deeper than %d levels or has a number of more than %d digits"
              .formatted(DEEPEST, LONGEST_NUMBER));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "is not JSON: see line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
    if (node == null || node.isMissingNode()) {
      throw new IllegalArgumentException("is not JSON: it is empty");
    }
    if (hasEndlessNumber(node)) {
      throw new IllegalArgumentException(
          "has a number of more than %d digits".formatted(LONGEST_NUMBER));
    }
    return node;
  }

  /** The shortest text of a value. */
  public static String write(JsonNode node) {
    return node.toString();
  }

  private static boolean hasEndlessNumber(JsonNode node) {
    if (node.isBigDecimal()) {
      BigDecimal value = node.decimalValue();
      return Math.abs((long) value.scale()) > LONGEST_NUMBER;
    }
    for (JsonNode child : node) {
      if (hasEndlessNumber(child)) {
        return true;
      }
    }
    return false;
  }
}
