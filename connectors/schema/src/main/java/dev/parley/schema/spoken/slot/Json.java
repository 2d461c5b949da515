package dev.parley.schema.spoken.slot;

import com.fasterxml.jackson.databind.node.TextNode;

/** Writes JSON values. */
final class Json {

  private Json() {}

  static String text(String value) {
    return TextNode.valueOf(value).toString();
  }
}
