package dev.parley.server.realtime;

import dev.parley.engine.conversation.Place;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import dev.parley.wire.CallIds;
import dev.parley.wire.PartIds;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.item.WireItem;
import java.util.Optional;
import java.util.Set;

/** Writes down the parts of one reply: a message or a call, from its first piece to its end. */
final class PartDesk {

  private static final int CONTENT = 0;

  private final Conversation conversation;
  private final Set<String> ownTools;

  /**
   * @param ownTools calls of these are not for the client, unless it has a tool of that name
   */
  PartDesk(Conversation conversation, Set<String> ownTools) {
    this.conversation = conversation;
    this.ownTools = ownTools;
  }

  /** The next frame of a reply that is neither its beginning nor its end. */
  void frame(LiveResponse response, OfReply frame) {
    switch (frame) {
      case ReplySignal.PartStarted started -> begin(response, started);
      case ReplySignal.CallStarted call -> call(response, call.part(), call.callId(), call.name());
      case ReplySignal.TextDelta delta ->
          message(response, delta.part()).ifPresent(part -> say(response, part, delta.text()));
      case Spoken audio ->
          message(response, audio.part()).ifPresent(part -> play(response, part, audio));
      case ReplySignal.ToolCallDelta delta ->
          response.part(delta.part()).ifPresent(part -> argue(response, part, delta.json()));
      case ReplySignal.ToolCall call -> {
        call(response, call.part(), call.callId(), call.name());
        response.part(call.part()).ifPresent(part -> finishCall(response, part, call));
      }
      case ReplySignal.PartEnded ended ->
          response
              .part(ended.part())
              .filter(LivePart::isOpen)
              .filter(LivePart::isWhole) // or its response ends before it is a call
              .ifPresent(part -> end(response, part, ItemStatus.COMPLETED));
      case ReplySignal.Started whole -> {} // of the response, which knows of it
      case ReplySignal.Ended whole -> {}
    }
  }

  private void begin(LiveResponse response, ReplySignal.PartStarted started) {
    boolean spoken = started.kind() == ReplySignal.Kind.SPEECH;
    if (started.kind() == ReplySignal.Kind.TOOL_CALL) {
      return; // until it is known whom it calls
    }
    LivePart.Message part =
        new LivePart.Message(
            conversation.ids().item(),
            response.nextIndex(),
            spoken,
            new AudioCodec.Encoder(response.terms().format()),
            conversation.config().output().speed());
    open(response, started.part(), part);
    conversation.send(new ServerEvent.ContentPartAdded(ids(response, part), part.part()));
  }

  private void call(LiveResponse response, int part, String callId, String name) {
    boolean forClient = !ownTools.contains(name) || response.terms().clientTools().contains(name);
    if (forClient && response.part(part).isEmpty()) {
      open(
          response,
          part,
          new LivePart.Call(conversation.ids().item(), response.nextIndex(), callId, name));
    }
  }

  private void open(LiveResponse response, int number, LivePart part) {
    response.add(number, part);
    WireItem item = part.item();
    conversation.send(new ServerEvent.OutputItemAdded(response.id(), part.index(), item));
    if (!response.isOutOfBand()) {
      response
          .epoch()
          .ifPresent(
              epoch -> conversation.came(item.id(), new Origin.Made(epoch, number, part.speed())));
      conversation.add(item, new Place.Last());
    }
  }

  private void say(LiveResponse response, LivePart.Message part, String text) {
    part.say(text);
    PartIds ids = ids(response, part);
    conversation.send(
        part.isSpoken()
            ? new ServerEvent.OutputTranscriptDelta(ids, text)
            : new ServerEvent.OutputTextDelta(ids, text));
  }

  private void play(LiveResponse response, LivePart.Message part, Spoken audio) {
    conversation.assistantSpeaks();
    part.play(audio.samples().count());
    if (conversation.grows(part.itemId())) {
      conversation
          .audio()
          .append(part.itemId(), CONTENT, response.terms().format(), audio.samples());
    }
    part.encoder().accept(audio.samples(), bytes -> send(response, part, bytes));
  }

  private void send(LiveResponse response, LivePart.Message part, AudioBytes bytes) {
    conversation.send(new ServerEvent.OutputAudioDelta(ids(response, part), bytes));
  }

  private void argue(LiveResponse response, LivePart part, String json) {
    if (part instanceof LivePart.Call call && !json.isEmpty()) {
      call.add(json);
      conversation.send(new ServerEvent.ArgumentsDelta(ids(response, call), json));
    }
  }

  /** Tells what of the arguments has not been told yet: all, where the model tells no pieces. */
  private void finishCall(LiveResponse response, LivePart part, ReplySignal.ToolCall whole) {
    if (part instanceof LivePart.Call call && whole.arguments().startsWith(call.arguments())) {
      argue(response, part, whole.arguments().substring(call.arguments().length()));
      call.complete();
    }
  }

  /** Nothing more of this part follows. */
  void end(LiveResponse response, LivePart part, ItemStatus status) {
    switch (part) {
      case LivePart.Message message -> {
        if (status == ItemStatus.COMPLETED) { // or nothing more of it may be heard
          message.encoder().flush(bytes -> send(response, message, bytes));
        }
        end(response, message);
      }
      case LivePart.Call call ->
          conversation.send(
              new ServerEvent.ArgumentsDone(ids(response, call), call.name(), call.arguments()));
    }
    part.end(status);
    WireItem item = part.item();
    if (!response.isOutOfBand()) {
      conversation.done(item);
    }
    conversation.send(new ServerEvent.OutputItemDone(response.id(), part.index(), item));
  }

  private void end(LiveResponse response, LivePart.Message part) {
    PartIds ids = ids(response, part);
    if (part.isSpoken()) {
      conversation.send(new ServerEvent.OutputAudioDone(ids));
      conversation.send(new ServerEvent.OutputTranscriptDone(ids, part.text()));
    } else {
      conversation.send(new ServerEvent.OutputTextDone(ids, part.text()));
    }
    conversation.send(new ServerEvent.ContentPartDone(ids, part.part()));
  }

  private static Optional<LivePart.Message> message(LiveResponse response, int part) {
    return response
        .part(part)
        .filter(LivePart.Message.class::isInstance)
        .map(LivePart.Message.class::cast);
  }

  private static PartIds ids(LiveResponse response, LivePart.Message part) {
    return new PartIds(response.id(), part.itemId(), part.index(), CONTENT);
  }

  private static CallIds ids(LiveResponse response, LivePart.Call call) {
    return new CallIds(response.id(), call.itemId(), call.index(), call.callId());
  }
}
