package dev.parley.server.limit;

/**
 * How large a conversation may grow. Bytes are those of UTF-8.
 *
 * @param items in the conversation
 * @param itemBytes of text in one item
 * @param tools of one session
 * @param schemaBytes of one tool's parameters
 * @param instructionsBytes of the instructions
 * @param contextTokens that the model reads at once; what is more is left out, or refused
 */
public record ConversationLimits(
    int items,
    int itemBytes,
    int tools,
    int schemaBytes,
    int instructionsBytes,
    int contextTokens) {

  public ConversationLimits {
    Checks.positive("items", items);
    Checks.positive("itemBytes", itemBytes);
    Checks.positive("tools", tools);
    Checks.positive("schemaBytes", schemaBytes);
    Checks.positive("instructionsBytes", instructionsBytes);
    Checks.positive("contextTokens", contextTokens);
  }

  /**
   * 2,000 items of 64 kB of text, 128 tools with schemas of 64 kB, 256 kB of instructions, a
   * context of 128,000 tokens.
   */
  public static ConversationLimits defaults() {
    return new ConversationLimits(2_000, 64 << 10, 128, 64 << 10, 256 << 10, 128_000);
  }

  public ConversationLimits withItems(int count) {
    return new ConversationLimits(
        count, itemBytes, tools, schemaBytes, instructionsBytes, contextTokens);
  }

  public ConversationLimits withItemBytes(int count) {
    return new ConversationLimits(
        items, count, tools, schemaBytes, instructionsBytes, contextTokens);
  }

  public ConversationLimits withTools(int count) {
    return new ConversationLimits(
        items, itemBytes, count, schemaBytes, instructionsBytes, contextTokens);
  }

  public ConversationLimits withSchemaBytes(int count) {
    return new ConversationLimits(items, itemBytes, tools, count, instructionsBytes, contextTokens);
  }

  public ConversationLimits withInstructionsBytes(int count) {
    return new ConversationLimits(items, itemBytes, tools, schemaBytes, count, contextTokens);
  }

  public ConversationLimits withContextTokens(int count) {
    return new ConversationLimits(items, itemBytes, tools, schemaBytes, instructionsBytes, count);
  }
}
