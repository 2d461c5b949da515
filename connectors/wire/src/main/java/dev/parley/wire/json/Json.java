package dev.parley.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads and writes JSON objects, UTF-8. What comes in meets strict limits: depth 32, numbers of 64
 * characters, no key twice, 200,000 tokens. Stateless.
 */
public final class Json {

  /** The longest text of a frame, in bytes; the socket should refuse more before it gets here. */
  public static final int MAX_BYTES = 22 << 20;

  static final int MAX_NUMBER = 64;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NAME = 1_024;
  private static final int MAX_TOKENS = 200_000;
  private static final int MAX_REASON = 200;

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

  /** Reads one JSON object; never throws. */
  public static Checked<JsonIn> read(byte[] data, int offset, int length) {
    return Checked.check(() -> parse(data, offset, length));
  }

  /** Reads one JSON object; never throws. */
  public static Checked<JsonIn> read(String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    return read(data, 0, data.length);
  }

  /** Writes one JSON object. */
  public static byte[] write(Consumer<JsonOut> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonOut out = new JsonOut(FACTORY.createGenerator(bytes))) {
      out.object(fields);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot fail to be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static JsonIn parse(byte[] data, int offset, int length) {
    if (length > MAX_BYTES) {
      throw refused("it has more than " + MAX_BYTES + " bytes");
    }
    try (JsonParser parser = FACTORY.createParser(data, offset, length)) {
      return new JsonIn("", new JsonTree(parser, data, offset).only());
    } catch (StreamConstraintsException limit) {
      throw refused(limit.getOriginalMessage().replaceAll(",? ?\\(?from `[^`]*`\\)?", ""));
    } catch (JsonProcessingException wrong) {
      throw refused(wrong.getOriginalMessage());
    } catch (IOException wrong) { // malformed UTF-8
      throw refused(String.valueOf(wrong.getMessage()));
    }
  }

  private static WireException refused(String why) {
    String line = why.lines().findFirst().orElse("unreadable");
    return new WireException(
        WireError.invalidJson(
            line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "..."));
  }
}
