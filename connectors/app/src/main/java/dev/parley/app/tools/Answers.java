package dev.parley.app.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What tools tell the model: JSON objects, of which one with {@code error} is a failure. */
final class Answers {

  /** Strict: one value, and no name twice; numbers with all their digits. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Answers() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /**
   * A failure.
   *
   * @param why one sentence without a full stop, for the caller's ear
   */
  static ObjectNode error(String why) {
    return object().put("error", why);
  }

  /**
   * @throws JsonProcessingException if it is no JSON
   */
  static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }
}
