package dev.parley.server.realtime;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.session.SessionCommand;
import dev.parley.wire.ClientEvent;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.Content;
import dev.parley.wire.item.ItemBody;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.WireItem;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a client does with the items of the conversation. One owner. */
final class ItemShelf {

  /** All pictures of a conversation together, as the data URIs that they come in. */
  private static final int MOST_PICTURES = 32 << 20;

  private final Conversation conversation;
  private final Set<String> answered = new HashSet<>();

  ItemShelf(Conversation conversation) {
    this.conversation = conversation;
  }

  Optional<WireError> create(ClientEvent.ItemCreate create) {
    String id = create.item().id().orElseGet(conversation.ids()::item);
    Optional<WireError> refused = refusal(id, create);
    if (refused.isPresent()) {
      return refused;
    }
    ItemBody body = shelved(id, create.item().body());
    if (body instanceof ItemBody.FunctionCallOutput output) {
      answered.add(output.callId());
    }
    WireItem item = new WireItem(id, ItemStatus.COMPLETED, body);
    conversation.add(item, place(create));
    conversation.done(item);
    conversation
        .line()
        .tell(new SessionCommand.Remember(Items.forModel(item, conversation.audio()::samples)));
    return Optional.empty();
  }

  private Optional<WireError> refusal(String id, ClientEvent.ItemCreate create) {
    int most = conversation.limits().conversation().items();
    if (conversation.items().size() >= most) {
      return Optional.of(WireError.tooManyItems(most));
    }
    if (conversation.items().has(id)) {
      return Optional.of(WireError.itemExists(id));
    }
    if (place(create) instanceof ItemList.Place.After(String before)
        && !conversation.items().has(before)) {
      return Optional.of(WireError.createAfterUnknownItem(before));
    }
    int width = conversation.config().input().format().bytesPerSample();
    if (Items.audio(create.item().body()).stream()
        .flatMap(audio -> audio.audio().stream())
        .anyMatch(bytes -> bytes.length() % width != 0)) {
      return Optional.of(
          WireError.invalidValue(
              "item.content",
              "The item's audio is no whole number of samples. Send whole samples."));
    }
    long pictures = Items.pictures(create.item().body());
    if (pictures > 0 && conversation.pictures() + pictures > MOST_PICTURES) {
      return Optional.of(WireError.tooLong("item.content", MOST_PICTURES));
    }
    Optional<WireError> excess =
        Sizes.excess(create.item().body(), conversation.limits().conversation());
    if (excess.isPresent()) {
      return excess;
    }
    return create.item().body() instanceof ItemBody.FunctionCallOutput output
        ? refusalOfOutput(output.callId())
        : Optional.empty();
  }

  /** A tool's output is taken once, for a call that was made. */
  private Optional<WireError> refusalOfOutput(String callId) {
    boolean called =
        conversation.items().all().stream()
            .anyMatch(
                item ->
                    item.body() instanceof ItemBody.FunctionCall call
                        && call.callId().equals(callId));
    if (!called) {
      return Optional.of(WireError.unknownCall(callId));
    }
    return answered.contains(callId)
        ? Optional.of(
            WireError.invalidRequest(
                "tool_call_already_answered",
                "This tool call has its output already: an output is taken once.",
                Optional.of("item.call_id")))
        : Optional.empty();
  }

  private static ItemList.Place place(ClientEvent.ItemCreate create) {
    return create
        .previousItemId()
        .map(
            before ->
                before.equals(ClientEvent.ItemCreate.ROOT)
                    ? new ItemList.Place.First()
                    : (ItemList.Place) new ItemList.Place.After(before))
        .orElseGet(ItemList.Place.Last::new);
  }

  /** Puts a client's audio aside; what is shown of an item is without it. */
  private ItemBody shelved(String id, ItemBody body) {
    if (!(body instanceof ItemBody.Message message)) {
      return body;
    }
    List<Content> shown =
        message.content().stream()
            .map(
                content ->
                    content instanceof Content.InputAudio audio
                        ? new Content.InputAudio(Optional.empty(), audio.transcript())
                        : content)
            .toList();
    AudioCodec.Decoder decoder = new AudioCodec.Decoder(conversation.config().input().format());
    for (Content.InputAudio audio : Items.audio(message)) {
      audio
          .audio()
          .ifPresent(
              bytes -> decoder.accept(bytes, samples -> conversation.audio().append(id, samples)));
    }
    decoder.flush(samples -> conversation.audio().append(id, samples));
    return new ItemBody.Message(message.role(), shown, message.phase());
  }

  Optional<WireError> retrieve(String itemId) {
    Optional<WireItem> item = conversation.items().get(itemId);
    if (item.isEmpty()) {
      return Optional.of(WireError.retrieveUnknownItem(itemId));
    }
    conversation.send(new ServerEvent.ItemRetrieved(withAudio(item.get())));
    return Optional.empty();
  }

  private WireItem withAudio(WireItem item) {
    if (!(item.body() instanceof ItemBody.Message message)) {
      return item;
    }
    AudioFormatSpec in = conversation.config().input().format();
    AudioFormatSpec out = conversation.config().output().format();
    List<Content> content =
        message.content().stream()
            .map(
                part ->
                    switch (part) {
                      case Content.InputAudio audio ->
                          new Content.InputAudio(audioOf(item.id(), in), audio.transcript());
                      case Content.OutputAudio audio ->
                          new Content.OutputAudio(audio.transcript(), audioOf(item.id(), out));
                      default -> part;
                    })
            .toList();
    return item.withBody(new ItemBody.Message(message.role(), content, message.phase()));
  }

  private Optional<AudioBytes> audioOf(String itemId, AudioFormatSpec format) {
    return conversation
        .audio()
        .of(itemId)
        .map(
            pieces -> {
              ByteArrayOutputStream all = new ByteArrayOutputStream();
              AudioCodec.Encoder encoder = new AudioCodec.Encoder(format);
              for (Samples piece : pieces) {
                encoder.accept(piece, b -> all.write(b.array(), b.offset(), b.length()));
              }
              encoder.flush(b -> all.write(b.array(), b.offset(), b.length()));
              return AudioBytes.of(all.toByteArray());
            });
  }

  /**
   * The client says how much of an item was heard; the model forgets the rest, words included, for
   * nobody knows which of them were heard.
   */
  Optional<WireError> truncate(ClientEvent.ItemTruncate truncate) {
    String id = truncate.itemId();
    Optional<WireItem> item = conversation.items().get(id);
    if (item.isEmpty()) {
      return Optional.of(WireError.truncateUnknownItem(id));
    }
    Optional<Conversation.Place> place = conversation.placeOf(id);
    long samples = conversation.audio().samples(id);
    if (place.isEmpty() || samples == 0) {
      return Optional.of(WireError.notTruncatable());
    }
    if (truncate.contentIndex() != 0) {
      return Optional.of(
          WireError.invalidValue("content_index", "The item has no such content: it has one, 0."));
    }
    long asked = (long) truncate.audioEndMs() * AudioCodec.RATE / 1_000;
    if (asked > samples) {
      return Optional.of(
          WireError.alreadyShorter(CallerTurns.millis(samples), truncate.audioEndMs()));
    }
    if (asked < samples) { // or all of it was heard, and nothing is to be forgotten
      conversation.audio().truncate(id, asked);
      conversation.silence(id);
      conversation
          .line()
          .tell(
              new SessionCommand.Told(
                  place.get().epoch(), place.get().part(), new Position(asked, AudioCodec.RATE)));
    }
    conversation.send(
        new ServerEvent.ItemTruncated(id, truncate.contentIndex(), truncate.audioEndMs()));
    return Optional.empty();
  }

  Optional<WireError> delete(String itemId) {
    if (!conversation.items().has(itemId)) {
      return Optional.of(WireError.deleteUnknownItem(itemId));
    }
    conversation
        .items()
        .get(itemId)
        .map(WireItem::body)
        .filter(ItemBody.FunctionCall.class::isInstance)
        .ifPresent(call -> answered.remove(((ItemBody.FunctionCall) call).callId()));
    conversation.forgetInModel(itemId);
    conversation.remove(itemId);
    conversation.send(new ServerEvent.ItemDeleted(itemId));
    return Optional.empty();
  }
}
