package dev.parley.server.realtime;

import dev.parley.server.limit.ConversationLimits;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.Tool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a client sends fits into this server's limits, which may be below the protocol's.
 */
final class Sizes {

  private Sizes() {}

  /** What of a session's settings is too large. */
  static Optional<WireError> excess(SessionConfig config, ConversationLimits limits) {
    if (bytes(config.instructions()) > limits.instructionsBytes()) {
      return Optional.of(WireError.tooLong("session.instructions", limits.instructionsBytes()));
    }
    List<Tool> tools = config.toolUse().tools();
    if (tools.size() > limits.tools()) {
      return Optional.of(
          WireError.invalidValue(
              "session.tools",
              "Invalid 'session.tools': there are %d, and the maximum is %d."
                  .formatted(tools.size(), limits.tools())));
    }
    for (int i = 0; i < tools.size(); i++) {
      if (bytes(tools.get(i).parameters().text()) > limits.schemaBytes()) {
        return Optional.of(
            WireError.tooLong("session.tools[%d].parameters".formatted(i), limits.schemaBytes()));
      }
    }
    return Optional.empty();
  }

  /** What of an item is too large; its audio is not counted. */
  static Optional<WireError> excess(ItemBody body, ConversationLimits limits) {
    long text =
        switch (body) {
          case ItemBody.Message message -> message.content().stream().mapToLong(Sizes::bytes).sum();
          case ItemBody.FunctionCall call -> bytes(call.name()) + bytes(call.arguments());
          case ItemBody.FunctionCallOutput output -> bytes(output.output());
        };
    return text > limits.itemBytes()
        ? Optional.of(WireError.tooLong("item", limits.itemBytes()))
        : Optional.empty();
  }

  private static long bytes(Content content) {
    return switch (content) {
      case Content.InputText(String text) -> bytes(text);
      case Content.OutputText(String text) -> bytes(text);
      case Content.InputAudio audio -> audio.transcript().map(Sizes::bytes).orElse(0L);
      case Content.OutputAudio audio -> bytes(audio.transcript());
      case Content.InputImage image -> 0; // as large as a message may be
    };
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
