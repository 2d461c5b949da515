package dev.parley.server.realtime;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.Samples;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.Role;
import dev.parley.wire.item.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wire's items as the engine's: what a model shall remember. */
final class Items {

  private Items() {}

  /**
   * An item for a model, with what its caller said in it as far as that is kept.
   *
   * @param store where its audio is
   */
  static Item forModel(WireItem item, AudioLengths lengths, AudioStore store) {
    return switch (item.body()) {
      case ItemBody.Message message -> {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < message.content().size(); i++) {
          long samples = lengths.samples(item.id(), i);
          List<Samples> audio =
              store.of(item.id(), i).map(AudioStore.Clip::pieces).orElse(List.of());
          part(message.content().get(i), samples, audio).ifPresent(parts::add);
        }
        yield new Item.Message(item.id(), role(message.role()), parts);
      }
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
  private static Optional<Part> part(Content content, long samples, List<Samples> audio) {
    return switch (content) {
      case Content.InputText(String text) -> Optional.of(new Part.Text(text));
      case Content.OutputText(String text) -> Optional.of(new Part.Text(text));
      case Content.InputAudio heard ->
          Optional.of(
              new Part.Speech(heard.transcript().orElse(""), samples, AudioCodec.RATE, audio));
      case Content.OutputAudio said -> // which the model knows without hearing it
          Optional.of(new Part.Speech(said.transcript(), samples, AudioCodec.RATE));
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
}
