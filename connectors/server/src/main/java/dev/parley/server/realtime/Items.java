package dev.parley.server.realtime;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The wire's items as the engine's: what a model shall remember. */
final class Items {

  private Items() {}

  /**
   * An item for a model.
   *
   * @param samples how much audio an item has, by its id
   */
  static Item forModel(WireItem item, ToLongFunction<String> samples) {
    return switch (item.body()) {
      case ItemBody.Message message ->
          new Item.Message(
              item.id(),
              role(message.role()),
              message.content().stream()
                  .flatMap(c -> part(c, samples.applyAsLong(item.id())).stream())
                  .toList());
      case ItemBody.FunctionCall(String callId, String name, String arguments) ->
          new Item.ToolCall(item.id(), callId, name, arguments);
      case ItemBody.FunctionCallOutput(String callId, String output) ->
          new Item.ToolResult(item.id(), callId, output);
    };
  }

  private static Item.Role role(Role role) {
    return switch (role) {
      case SYSTEM -> Item.Role.SYSTEM;
      case USER -> Item.Role.CALLER;
      case ASSISTANT -> Item.Role.AGENT;
    };
  }

  /** An image is nothing that a model of ours could look at yet. */
  private static Optional<Part> part(Content content, long samples) {
    return switch (content) {
      case Content.InputText(String text) -> Optional.of(new Part.Text(text));
      case Content.OutputText(String text) -> Optional.of(new Part.Text(text));
      case Content.InputAudio audio ->
          Optional.of(new Part.Speech(audio.transcript().orElse(""), samples, AudioCodec.RATE));
      case Content.OutputAudio audio ->
          Optional.of(new Part.Speech(audio.transcript(), samples, AudioCodec.RATE));
      case Content.InputImage image -> Optional.empty();
    };
  }

  /** How much an item's pictures take, in characters. */
  static long pictures(ItemBody body) {
    return body instanceof ItemBody.Message message
        ? message.content().stream()
            .filter(Content.InputImage.class::isInstance)
            .mapToLong(content -> ((Content.InputImage) content).imageUrl().length())
            .sum()
        : 0;
  }

  /** The audio that a client put into an item of its own. */
  static List<Content.InputAudio> audio(ItemBody body) {
    return body instanceof ItemBody.Message message
        ? message.content().stream()
            .filter(Content.InputAudio.class::isInstance)
            .map(Content.InputAudio.class::cast)
            .toList()
        : List.of();
  }
}
