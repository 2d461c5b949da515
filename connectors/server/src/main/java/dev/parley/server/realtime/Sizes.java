package dev.parley.server.realtime;

import dev.parley.server.limit.ConversationLimits;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.InputItem;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.response.ResponseParams;
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
    return excess("session", config.instructions(), config.toolUse().tools(), limits);
  }

  /** What of a client's wishes for one response is too large. */
  static Optional<WireError> excess(ResponseParams params, ConversationLimits limits) {
    return excess(
            "response", params.instructions().orElse(""), params.tools().orElse(List.of()), limits)
        .or(() -> excess(params.input().orElse(List.of()), limits));
  }

  private static Optional<WireError> excess(
      String path, String instructions, List<Tool> tools, ConversationLimits limits) {
    if (bytes(instructions) > limits.instructionsBytes()) {
      return Optional.of(WireError.tooLong(path + ".instructions", limits.instructionsBytes()));
    }
    if (tools.size() > limits.tools()) {
      return Optional.of(
          WireError.invalidValue(
              path + ".tools",
              "Invalid '%s.tools': there are %d, and the maximum is %d."
                  .formatted(path, tools.size(), limits.tools())));
    }
    for (int i = 0; i < tools.size(); i++) {
      if (bytes(tools.get(i).parameters().text()) > limits.schemaBytes()) {
        return Optional.of(
            WireError.tooLong("%s.tools[%d].parameters".formatted(path, i), limits.schemaBytes()));
      }
    }
    return Optional.empty();
  }

  private static Optional<WireError> excess(List<InputItem> input, ConversationLimits limits) {
    for (int i = 0; i < input.size(); i++) {
      if (input.get(i) instanceof InputItem.NewItem item
          && excess(item.body(), limits).isPresent()) {
        return Optional.of(
            WireError.tooLong("response.input[%d]".formatted(i), limits.itemBytes()));
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
