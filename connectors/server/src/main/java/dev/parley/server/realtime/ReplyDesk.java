package dev.parley.server.realtime;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.session.SessionCommand;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.ItemStatus;
import dev.parley.wire.response.Response;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.response.ResponseStatus;
import dev.parley.wire.response.StatusDetails;
import dev.parley.wire.response.StatusDetails.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down what the call replies, as the responses and items of the wire: each thing is begun
 * before it goes on, and ended once. One owner.
 */
final class ReplyDesk {

  private static final WireError TOO_LONG =
      WireError.invalidRequest(
          "context_length_exceeded",
          "The conversation is longer than the model's context, and truncation is disabled: delete"
              + " items, or let the oldest be left out.",
          Optional.of("truncation"));

  private final Conversation conversation;
  private final PartDesk parts;
  private final Deque<Runnable> later = new ArrayDeque<>();
  private Optional<String> failure = Optional.empty();

  ReplyDesk(Conversation conversation, Set<String> ownTools) {
    this.conversation = conversation;
    this.parts = new PartDesk(conversation, ownTools);
  }

  /** The call asks its model for a reply, for the client or of its own accord. */
  void asked(Cue.Asked asked) {
    LiveResponse response =
        asked.tag().flatMap(conversation.responses()::get).orElseGet(this::ofTheCall);
    conversation.responses().bind(response, asked.epoch());
    response
        .cancelTag()
        .ifPresent(
            tag ->
                conversation
                    .line()
                    .tell(new SessionCommand.Cancel(Optional.of(asked.epoch()), Optional.of(tag))));
    if (!response.isOutOfBand() && conversation.isTooLong(response.input())) {
      inTurn(
          response,
          () -> {
            create(response);
            finish(response, ResponseStatus.FAILED, Optional.of(StatusDetails.failed(TOO_LONG)));
          });
      conversation
          .line()
          .tell(new SessionCommand.Cancel(Optional.of(asked.epoch()), Optional.empty()));
    }
  }

  /** What the client asked for cannot be. */
  void refused(Cue.Refused refused) {
    if (refused.reason() == Cue.Refusal.NOTHING_TO_CANCEL) { // its response has just ended
      refused
          .tag()
          .ifPresent(
              tag -> conversation.complain(WireError.cancelNotActive(), CancelTag.eventId(tag)));
      return;
    }
    refused
        .tag()
        .flatMap(conversation.responses()::get)
        .ifPresent(
            response -> {
              conversation.responses().remove(response);
              conversation.complain(refusal(refused, response), response.askedBy());
            });
  }

  private WireError refusal(Cue.Refused refused, LiveResponse response) {
    return switch (refused.reason()) {
      case BUSY ->
          WireError.responseActive(
              conversation.responses().active().map(LiveResponse::id).orElse(response.id()));
      case CALLER_SPOKE ->
          WireError.invalidRequest(
              "response_cancelled_by_turn",
              "The response was given up before it began, because the caller began to speak.",
              Optional.empty());
      case NOTHING_TO_CANCEL -> WireError.cancelNotActive();
      case CANNOT_SAY, TOO_MUCH_TO_SAY ->
          WireError.invalidRequest(
              "response_not_possible",
              "The response cannot be: %s.".formatted(refused.why()),
              Optional.empty());
    };
  }

  /** The next frame of a reply. */
  void frame(OfReply frame) {
    LiveResponse response =
        conversation.responses().get(frame.epoch()).orElseGet(() -> begunByTheModel(frame.epoch()));
    if (response.isDone()) {
      return; // its client knows more than its call
    }
    switch (frame) {
      case ReplySignal.Started started -> create(response);
      case ReplySignal.Ended ended -> end(response, ended.outcome());
      default -> parts.frame(response, frame);
    }
  }

  /** The model told why it is about to fail; or, where it makes no reply, what it cannot do. */
  void failed(Signal.Failure why) {
    failure = Optional.of(why.what());
    if (conversation.responses().size() == 0) {
      conversation.complain(modelFault(), Optional.empty());
    }
  }

  /** The call is done with a reply; whatever the wire has not heard of its end it hears now. */
  void over(Cue.Over over) {
    conversation
        .responses()
        .get(over.epoch())
        .ifPresent(
            response -> {
              inTurn(response, () -> end(response, over));
              conversation.responses().forget(over.epoch());
            });
  }

  private void end(LiveResponse response, Cue.Over over) {
    if (!response.isDone()) {
      create(response);
      switch (over.outcome()) {
        case CUT -> cut(response, over.why());
        case COMPLETED, LIMITED, FAILED -> end(response, over.outcome());
      }
    }
  }

  /**
   * Ends a response at once; but one that never began has overtaken what is still told of the one
   * before it, and waits for that to be done.
   */
  private void inTurn(LiveResponse response, Runnable end) {
    if (response.isCreated()
        || response.isOutOfBand()
        || conversation.responses().told().isEmpty()) {
      end.run();
    } else {
      later.add(end);
    }
  }

  /** A reply that nobody at the wire asked for: to a turn, or because the system has a word. */
  private LiveResponse ofTheCall() {
    Terms terms = Terms.of(conversation.config(), ResponseParams.none());
    LiveResponse response =
        new LiveResponse(
            conversation.ids().response(),
            /* outOfBand= */ false,
            terms,
            /* askedBy= */ Optional.empty(),
            conversation.reading(terms.instructions()));
    conversation.responses().add(response);
    return response;
  }

  private LiveResponse begunByTheModel(Epoch epoch) {
    LiveResponse response = ofTheCall();
    conversation.responses().bind(response, epoch);
    return response;
  }

  private void create(LiveResponse response) {
    if (!response.isCreated()) {
      if (!response.isOutOfBand()) { // the one before was cut, and word of it is on its way
        conversation.responses().told().ifPresent(before -> cut(before, Optional.empty()));
      }
      response.create();
      failure = Optional.empty();
      conversation.send(new ServerEvent.ResponseCreated(response.begun(conversation.id())));
    }
  }

  private void end(LiveResponse response, ReplySignal.Outcome outcome) {
    switch (outcome) {
      case COMPLETED -> finish(response, ResponseStatus.COMPLETED, Optional.empty());
      case LIMITED ->
          finish(
              response,
              ResponseStatus.INCOMPLETE,
              Optional.of(StatusDetails.incomplete(Reason.MAX_OUTPUT_TOKENS)));
      case CUT -> cut(response, Optional.empty());
      case FAILED ->
          finish(response, ResponseStatus.FAILED, Optional.of(StatusDetails.failed(modelFault())));
    }
  }

  private void cut(LiveResponse response, Optional<CutReason> why) {
    Reason reason =
        why.orElse(CutReason.CANCELLED) == CutReason.BARGE_IN
            ? Reason.TURN_DETECTED
            : Reason.CLIENT_CANCELLED;
    finish(response, ResponseStatus.CANCELLED, Optional.of(StatusDetails.cancelled(reason)));
  }

  private void finish(
      LiveResponse response, ResponseStatus status, Optional<StatusDetails> details) {
    for (LivePart part : List.copyOf(response.output())) {
      if (part.isOpen()) {
        boolean whole = status == ResponseStatus.COMPLETED && part.isWhole();
        parts.end(response, part, whole ? ItemStatus.COMPLETED : ItemStatus.INCOMPLETE);
      }
    }
    response.finish();
    conversation.responses().remove(response);
    TokenCount.Tokens before =
        response.isOutOfBand() ? TokenCount.Tokens.NONE : conversation.readBefore(response.input());
    Response done =
        response
            .begun(conversation.id())
            .ended(status, details, response.items(), response.usage(before));
    conversation.send(new ServerEvent.ResponseDone(done));
    conversation.send(new ServerEvent.RateLimitsUpdated(conversation.line().allowance()));
    if (conversation.responses().told().isEmpty() && !later.isEmpty()) {
      later.remove().run();
    }
  }

  private WireError modelFault() {
    String what = failure.orElse("The model could not answer.");
    failure = Optional.empty();
    return new WireError(
        WireError.SERVER, Optional.of("model_failed"), what, Optional.empty(), Optional.empty());
  }
}
