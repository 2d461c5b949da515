package dev.parley.benchmarks.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the driver needs to know of an event that a server sent.
 *
 * @param type empty if it has none
 * @param responseId of what it is part of, or empty
 * @param audioBytes of PCM in its delta, if it is audio
 * @param complaint of an error event, or empty
 */
record Event(String type, String responseId, int audioBytes, String complaint) {

  static final String AUDIO = "response.output_audio.delta";

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads the top level and skips the rest.
   *
   * @throws UncheckedIOException if it is not JSON
   */
  static Event read(ByteBuf utf8) {
    String type = "";
    String responseId = "";
    String complaint = "";
    int delta = 0;
    try (InputStream bytes = new ByteBufInputStream(utf8.duplicate());
        JsonParser json = JSON.createParser(bytes)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        switch (name) {
          case "type" -> type = json.getText();
          case "response_id" -> responseId = json.getText();
          case "delta" -> delta = value == JsonToken.VALUE_STRING ? bytes(json) : 0;
          case "response" -> responseId = value(json, "id");
          case "error" -> complaint = value(json, "message");
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an event is not JSON", e);
    }
    return new Event(type, responseId, type.equals(AUDIO) ? delta : 0, complaint);
  }

  private static int bytes(JsonParser json) throws IOException {
    int letters = json.getTextLength();
    int padding = 0;
    char[] text = json.getTextCharacters();
    for (int i = json.getTextOffset() + letters - 1; letters > padding && text[i] == '='; i--) {
      padding++;
    }
    return letters / 4 * 3 - padding;
  }

  private static String value(JsonParser json, String wanted) throws IOException {
    String found = "";
    if (json.currentToken() == JsonToken.START_OBJECT) {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals(wanted)) {
          found = json.getValueAsString("");
        }
        json.skipChildren();
      }
    }
    return found;
  }
}
