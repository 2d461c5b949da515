package dev.parley.wire.response;

/**
 * A content part while it streams. Its type on the wire is {@code audio} or {@code text}, although
 * the item's content says {@code output_audio} or {@code output_text}.
 */
public sealed interface Part {

  /** Speech; the audio itself is never in a part. */
  record Audio(String transcript) implements Part {
    @Override
    public String toString() {
      return "Audio[transcript=" + transcript.length() + " characters]";
    }
  }

  record Text(String text) implements Part {
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }
}
