package dev.parley.engine.frame;

import java.util.List;
import java.util.Optional;

/**
 * What the playout tells the door, in its place between what is heard. A door turns it into its
 * protocol's words; it never reaches a model.
 */
public sealed interface Cue extends Outbound {

  /**
   * Replies were cut; stands before everything that is still waiting. What the far end has not
   * played of them is to be thrown away (Twilio's {@code clear}).
   */
  record Interrupted(List<Epoch> epochs) implements Cue {
    public Interrupted {
      epochs = List.copyOf(epochs);
    }
  }

  /**
   * Asks the far end to tell when everything sent before has been played, for doors that learn what
   * was heard from such acknowledgements.
   *
   * @param id unique within the call
   */
  record Mark(long id) implements Cue {}

  /**
   * What the conversation decided, for doors that ask for it: tells what a client of theirs must
   * learn, and never before it is true. A notice overtakes audio that waits; a reply is never over
   * before its last frame has left.
   */
  sealed interface Notice extends Cue {}

  /**
   * A fact about the caller, as the conversation took it. What their speech cuts has been cut when
   * the door learns of it: nothing of it follows.
   */
  record Caller(Signal fact) implements Notice {}

  /**
   * The model is asked for a reply.
   *
   * @param tag names who asked, if they gave their request a name
   */
  record Asked(Epoch epoch, Optional<String> tag) implements Notice {}

  /**
   * A reply is over: it has been played as far as the clock can tell, was cut, or failed. Exactly
   * one for each {@link Asked}.
   *
   * @param why it was cut, if it was
   */
  record Over(Epoch epoch, ReplySignal.Outcome outcome, Optional<CutReason> why)
      implements Notice {}

  /**
   * What was asked for cannot be.
   *
   * @param reason for programs
   * @param why one sentence
   * @param tag names who asked, if they gave their request a name
   */
  record Refused(Refusal reason, String why, Optional<String> tag) implements Notice {}

  /** Why something cannot be. */
  enum Refusal {
    /** A reply is being made already, and there is room for one only. */
    BUSY,
    /** The caller spoke first: their turn will be answered in place of the request. */
    CALLER_SPOKE,
    /** There is nothing to cancel, or not any more. */
    NOTHING_TO_CANCEL,
    /** The model cannot say a given text. */
    CANNOT_SAY,
    /** Too many texts wait to be said. */
    TOO_MUCH_TO_SAY
  }
}
