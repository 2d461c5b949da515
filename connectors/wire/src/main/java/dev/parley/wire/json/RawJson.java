package dev.parley.wire.json;

/**
 * A JSON value that we pass on but do not look into, byte for byte as its author wrote it.
 *
 * @param text valid JSON
 */
public record RawJson(String text) {

  @Override
  public String toString() {
    return "RawJson[" + text.length() + " characters]";
  }
}
