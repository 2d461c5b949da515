package dev.parley.twilio.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes small JSON objects, UTF-8, within strict limits. Stateless. */
final class Json {

  /** The longest message: eight seconds of audio, where Twilio sends 20 ms. */
  static final int MAX_BYTES = 96 << 10;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_NUMBER = 32;
  private static final int MAX_NAME = 512;
  private static final int MAX_TOKENS = 2_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MAX_BYTES)
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .maxStringLength(MAX_BYTES)
                  .maxNameLength(MAX_NAME)
                  .maxTokenCount(MAX_TOKENS)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Json() {}

  /** Writes fields. */
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** What the object says, which must be all there is. */
  static Fields read(byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      throw new BadMessage("a message must have at most " + MAX_BYTES + " bytes");
    }
    try (JsonParser parser = FACTORY.createParser(utf8, 0, utf8.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadMessage("a message must be a JSON object");
      }
      Fields fields = new Fields("", object(parser));
      if (parser.nextToken() != null) {
        throw new BadMessage("a message must be one JSON object and nothing behind it");
      }
      return fields;
    } catch (IOException e) { // whose text may repeat the message
      throw new BadMessage("a message must be JSON within the limits of this server");
    }
  }

  static byte[] write(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> fields.put(name, object(parser));
        case START_ARRAY -> parser.skipChildren();
        case VALUE_NULL -> {}
        default -> fields.put(name, parser.getText());
      }
    }
    return fields;
  }
}
