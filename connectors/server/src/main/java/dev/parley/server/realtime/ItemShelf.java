package dev.parley.server.realtime;

import dev.parley.engine.conversation.Place;
import dev.parley.engine.frame.Position;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a client does with the items of the conversation. One owner. */
final class ItemShelf {

  /** All pictures of a conversation together, as the data URIs that they come in. */
  private static final int MOST_PICTURES = 32 << 20;

  /** Which content of a spoken item is its speech. */
  private static final int SPEECH = 0;

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
    AudioFormatSpec format = conversation.config().input().format();
    ItemBody body = GivenAudio.putAside(id, create.item().body(), format, conversation.audio());
    if (body instanceof ItemBody.FunctionCallOutput output) {
      answered.add(output.callId());
      conversation.came(id, new Origin.Result(output.callId()));
    }
    WireItem item = new WireItem(id, ItemStatus.COMPLETED, body);
    Place place = place(create);
    SessionCommand remember =
        new SessionCommand.Remember(
            Items.forModel(item, conversation::samplesMade, conversation.audio()),
            conversation.inModel(place));
    conversation.add(item, place);
    conversation.line().tell(remember); // before the context may have to do without it
    conversation.done(item);
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
    if (place(create) instanceof Place.After(String before) && !conversation.items().has(before)) {
      return Optional.of(WireError.createAfterUnknownItem(before));
    }
    Optional<WireError> broken =
        GivenAudio.refusal("item", create.item().body(), conversation.config().input().format());
    if (broken.isPresent()) {
      return broken;
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

  private static Place place(ClientEvent.ItemCreate create) {
    return create
        .previousItemId()
        .map(
            before ->
                before.equals(ClientEvent.ItemCreate.ROOT)
                    ? new Place.First()
                    : (Place) new Place.After(before))
        .orElseGet(Place.Last::new);
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
    List<Content> content = new ArrayList<>();
    for (Content part : message.content()) {
      int index = content.size();
      content.add(
          switch (part) {
            case Content.InputAudio audio ->
                new Content.InputAudio(audioOf(item.id(), index), audio.transcript());
            case Content.OutputAudio audio ->
                new Content.OutputAudio(audio.transcript(), audioOf(item.id(), index));
            default -> part;
          });
    }
    return item.withBody(new ItemBody.Message(message.role(), content, message.phase()));
  }

  /** In the format in which its client has sent or got it, whatever the session uses by now. */
  private Optional<AudioBytes> audioOf(String itemId, int content) {
    return conversation.audio().of(itemId, content).map(AudioCodec::encode);
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
    long samples = conversation.audio().samples(id, SPEECH);
    if (!(conversation.originOf(id) instanceof Origin.Made made) || samples == 0) {
      return Optional.of(WireError.notTruncatable());
    }
    if (truncate.contentIndex() != SPEECH) {
      return Optional.of(
          WireError.invalidValue("content_index", "The item has no such content: it has one, 0."));
    }
    long asked = (long) truncate.audioEndMs() * AudioCodec.RATE / 1_000;
    if (asked > samples) {
      return Optional.of(
          WireError.alreadyShorter(CallerTurns.millis(samples), truncate.audioEndMs()));
    }
    if (asked < samples) { // or all of it was heard, and nothing is to be forgotten
      conversation.audio().truncate(id, SPEECH, asked);
      conversation.silence(id);
      conversation
          .line()
          .tell(
              new SessionCommand.Told(
                  made.epoch(), made.part(), new Position(asked, AudioCodec.RATE), made.speed()));
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
