package dev.parley.wire.item;

/** The type names of items and their content, and their limits. */
final class Types {
  static final String MESSAGE = "message";
  static final String FUNCTION_CALL = "function_call";
  static final String FUNCTION_CALL_OUTPUT = "function_call_output";
  static final String REFERENCE = "item_reference";
  static final String MCP = "mcp_"; // how the types of all MCP items begin

  static final String INPUT_TEXT = "input_text";
  static final String INPUT_AUDIO = "input_audio";
  static final String INPUT_IMAGE = "input_image";
  static final String OUTPUT_TEXT = "output_text";
  static final String OUTPUT_AUDIO = "output_audio";

  /** UTF-8 bytes of one text. */
  static final int MAX_TEXT = 64 << 10;

  static final int MAX_PARTS = 128;

  private Types() {}
}
