package dev.parley.wire;

/** Log lines for events that carry what somebody said. */
final class Lengths {

  private Lengths() {}

  static String of(String name, Object ids, String text) {
    return "%s[%s, %d characters]".formatted(name, ids, text.length());
  }
}
