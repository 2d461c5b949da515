package dev.parley.app.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a user's tool may answer: JSON or a text, in UTF-8. */
final class Output {

  /** How long it may be, in bytes. */
  static final int LONGEST = 64 * 1024;

  private Output() {}

  /**
   * Takes an answer.
   *
   * @return what the model is told; an empty object for an empty answer
   */
  static String of(byte[] bytes) throws ToolFailed {
    if (bytes.length > LONGEST) {
      throw tooLong();
    }
    String text = text(bytes).strip();
    if (text.isEmpty()) {
      return "{}";
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
      throw new ToolFailed("the tool answered with something that is no text");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      checkJson(text);
    }
    return text;
  }

  static ToolFailed tooLong() {
    return new ToolFailed("the tool answered with more than %d kB".formatted(LONGEST / 1024));
  }

  private static String text(byte[] bytes) throws ToolFailed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ToolFailed("the tool answered with something that is no text");
    }
  }

  private static void checkJson(String text) throws ToolFailed {
    try {
      Answers.read(text);
    } catch (JsonProcessingException e) {
      throw new ToolFailed("the tool answered with broken JSON");
    }
  }
}
