package dev.parley.server.realtime;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.session.SessionCommand;
import dev.parley.wire.ClientEvent;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionKind;
import java.util.Optional;

/**
 * Does what the client says: each event is carried out whole, or refused with the reason and
 * without a trace. One owner.
 */
final class ClientDesk {

  /** The longest piece of audio that goes into the call, and is kept, as one. */
  private static final int PIECE = AudioCodec.RATE / 10;

  /** Asked for and not done; all but one of them out of band. */
  private static final int MOST_RESPONSES = 32;

  private final Conversation conversation;
  private final CallerTurns turns;
  private final Tuning tuning;
  private final ItemShelf shelf;
  private AudioCodec.Decoder decoder;

  ClientDesk(Conversation conversation, CallerTurns turns, Tuning tuning) {
    this.conversation = conversation;
    this.turns = turns;
    this.tuning = tuning;
    this.shelf = new ItemShelf(conversation);
    this.decoder = new AudioCodec.Decoder(conversation.config().input().format());
  }

  void take(ClientEvent event) {
    Optional<WireError> refused =
        switch (event) {
          case ClientEvent.SessionUpdate update -> update(update);
          case ClientEvent.AudioAppend append -> append(append);
          case ClientEvent.AudioCommit commit -> commit();
          case ClientEvent.AudioClear clear -> clear();
          case ClientEvent.OutputAudioClear clear ->
              Optional.of(
                  WireError.invalidValue(
                      "type",
                      "'output_audio_buffer.clear' is for WebRTC and SIP: over a WebSocket the"
                          + " client plays the audio, so stop playing it there."));
          case ClientEvent.ItemCreate create -> shelf.create(create);
          case ClientEvent.ItemRetrieve retrieve -> shelf.retrieve(retrieve.itemId());
          case ClientEvent.ItemTruncate truncate -> shelf.truncate(truncate);
          case ClientEvent.ItemDelete delete -> shelf.delete(delete.itemId());
          case ClientEvent.ResponseCreate create -> create(create);
          case ClientEvent.ResponseCancel cancel -> cancel(cancel);
        };
    refused.ifPresent(error -> conversation.complain(error, event.eventId()));
  }

  private Optional<WireError> update(ClientEvent.SessionUpdate update) {
    SessionConfig before = conversation.config();
    if (conversation.assistantSpoke() && update.session().changesVoice(before)) {
      return Optional.of(WireError.cannotUpdateVoice());
    }
    return switch (before.with(update.session())) {
      case Checked.Bad<SessionConfig>(WireError error) -> Optional.of(error);
      case Checked.Good<SessionConfig>(SessionConfig after) -> {
        Optional<WireError> excess = Sizes.excess(after, conversation.limits().conversation());
        if (excess.isPresent()) {
          yield excess;
        }
        if (after.input().format() != before.input().format()) {
          finishDecoding();
          decoder = new AudioCodec.Decoder(after.input().format());
        }
        conversation.configure(after);
        tuning.of(before, after).forEach(conversation.line()::tell);
        if (!after.input().turnDetection().equals(before.input().turnDetection())) {
          turns.listen();
        }
        conversation.send(new ServerEvent.SessionUpdated(after));
        yield Optional.empty();
      }
    };
  }

  private Optional<WireError> append(ClientEvent.AudioAppend append) {
    int bytes = append.audio().length();
    int width = decoder.format().bytesPerSample();
    if (bytes % width != 0) {
      return Optional.of(
          WireError.invalidValue(
              "audio",
              "Invalid 'audio': %d bytes are no whole number of samples of %d bytes. Send whole samples."
                  .formatted(bytes, width)));
    }
    long samples = (long) bytes / width * AudioCodec.RATE / decoder.format().rate();
    if (!conversation.input().hasRoomFor(samples)) {
      return Optional.of(WireError.bufferFull());
    }
    decoder.accept(append.audio(), this::hear);
    return Optional.empty();
  }

  private void hear(Samples samples) {
    if (samples.count() <= PIECE) {
      hearPiece(samples);
      return;
    }
    for (int from = 0; from < samples.count(); from += PIECE) {
      Samples piece = samples.slice(from, Math.min(samples.count(), from + PIECE));
      hearPiece(Samples.wrap(piece.toArray())); // or one word would keep minutes in memory
    }
  }

  private void hearPiece(Samples piece) {
    if (!piece.isEmpty()) {
      Line line = conversation.line();
      line.hear(new Captured(conversation.input().append(piece, line.nanos()), piece));
    }
  }

  /** What the decoder holds back belongs to what was said so far. */
  private void finishDecoding() {
    decoder.flush(this::hear);
  }

  private Optional<WireError> commit() {
    long waiting = conversation.input().waiting() + decoder.heldBack();
    if (waiting < InputBuffer.LEAST) {
      return Optional.of(WireError.bufferTooSmall(1_000.0 * waiting / AudioCodec.RATE));
    }
    finishDecoding();
    turns.commit(conversation.input().end());
    conversation.line().tell(new SessionCommand.Commit(conversation.input().end()));
    return Optional.empty();
  }

  private Optional<WireError> clear() {
    finishDecoding();
    turns.clear();
    conversation.line().tell(new SessionCommand.Clear(conversation.input().end()));
    return Optional.empty();
  }

  private Optional<WireError> create(ClientEvent.ResponseCreate create) {
    if (conversation.config().kind() == SessionKind.TRANSCRIPTION) {
      return Optional.of(
          WireError.notInThisSession(create.type(), conversation.config().kind().word()));
    }
    ResponseParams params = create.response();
    Optional<LiveResponse> active = conversation.responses().active();
    if (!params.outOfBand() && active.isPresent()) {
      return Optional.of(WireError.responseActive(active.get().id()));
    }
    if (conversation.responses().size() >= MOST_RESPONSES) {
      return Optional.of(
          WireError.invalidRequest(
              "too_many_responses",
              "There are %d responses in progress, which is the maximum: wait for one to finish."
                  .formatted(conversation.responses().size()),
              Optional.empty()));
    }
    return Sizes.excess(params, conversation.limits().conversation()).or(() -> ask(create, params));
  }

  private Optional<WireError> ask(ClientEvent.ResponseCreate create, ResponseParams params) {
    Optional<ResponseInput> input =
        params.input().map(given -> new ResponseInput(conversation, given));
    Optional<WireError> refused = input.flatMap(ResponseInput::collect);
    if (refused.isPresent()) {
      return refused;
    }
    Terms terms = Terms.of(conversation.config(), params);
    LiveResponse response =
        new LiveResponse(
            conversation.ids().response(),
            params.outOfBand(),
            terms,
            create.eventId(),
            input
                .map(ResponseInput::tokens)
                .orElseGet(() -> conversation.reading(terms.instructions())));
    conversation.responses().add(response);
    ReplySpec spec = ReplySpec.asConfigured().withTag(response.id());
    if (!params.equals(ResponseParams.none())) {
      spec = spec.withOwn(Terms.brief(conversation.config(), params));
    }
    if (input.isPresent()) {
      spec = spec.withInput(input.get().forModel());
    }
    Epoch.Lane lane = params.outOfBand() ? Epoch.Lane.SIDE : Epoch.Lane.MAIN;
    conversation.line().tell(new SessionCommand.Reply(spec, lane));
    return Optional.empty();
  }

  private Optional<WireError> cancel(ClientEvent.ResponseCancel cancel) {
    Optional<LiveResponse> response =
        cancel
            .responseId()
            .map(conversation.responses()::get)
            .orElseGet(conversation.responses()::active);
    if (response.isEmpty()) {
      return Optional.of(WireError.cancelNotActive());
    }
    String tag = CancelTag.of(cancel.eventId());
    Optional<Epoch> epoch = response.get().epoch();
    if (epoch.isPresent()) {
      conversation.line().tell(new SessionCommand.Cancel(epoch, Optional.of(tag)));
    } else {
      response.get().cancelOnceAsked(tag); // or something else might be hit
    }
    return Optional.empty();
  }
}
