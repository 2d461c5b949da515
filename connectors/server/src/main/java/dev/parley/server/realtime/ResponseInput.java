package dev.parley.server.realtime;

import dev.parley.engine.conversation.Item;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.InputItem;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.WireItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The items that one response shall answer in place of the conversation: new ones, which belong to
 * no conversation, and references to those of this one. Lives for one request.
 */
final class ResponseInput {

  private record Entry(WireItem item, AudioLengths lengths, AudioStore audio) {}

  private final Conversation conversation;
  private final List<InputItem> given;
  private final AudioStore own = new AudioStore(Conversation.AUDIO_KEPT);
  private final Set<String> names = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();

  ResponseInput(Conversation conversation, List<InputItem> given) {
    this.conversation = conversation;
    this.given = given;
  }

  /** Finds and decodes what was given; nothing is asked for if any of it cannot be taken. */
  Optional<WireError> collect() {
    for (int i = 0; i < given.size(); i++) {
      String path = "response.input[%d]".formatted(i);
      Optional<WireError> refused =
          switch (given.get(i)) {
            case InputItem.NewItem item -> take(path, item);
            case InputItem.Reference(String id) -> find(path, id);
          };
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  private Optional<WireError> take(String path, InputItem.NewItem item) {
    AudioFormatSpec format = conversation.config().input().format();
    Optional<WireError> refused = GivenAudio.refusal(path, item.body(), format);
    if (refused.isEmpty()) {
      String id = item.id().filter(names::add).orElseGet(conversation.ids()::item);
      ItemBody body = GivenAudio.putAside(id, item.body(), format, own);
      entries.add(new Entry(new WireItem(id, ItemStatus.COMPLETED, body), own::samples, own));
    }
    return refused;
  }

  private Optional<WireError> find(String path, String id) {
    Optional<WireItem> known = conversation.items().get(id);
    known.ifPresent(
        item -> entries.add(new Entry(item, conversation::samplesMade, conversation.audio())));
    return known.isPresent()
        ? Optional.empty()
        : Optional.of(WireError.referenceToUnknownItem(path + ".id", id));
  }

  /** What the model reads. */
  TokenCount.Tokens tokens() {
    return entries.stream()
        .map(entry -> TokenCount.of(entry.item, entry.lengths))
        .reduce(TokenCount.Tokens.NONE, TokenCount.Tokens::plus);
  }

  /** What the model is given, its audio with it. */
  List<Item> forModel() {
    return entries.stream()
        .map(entry -> Items.forModel(entry.item, entry.lengths, entry.audio))
        .toList();
  }
}
