package dev.parley.engine.turn;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.turn.TurnPolicy.Owner;
import dev.parley.engine.turn.TurnState.Caller;
import dev.parley.engine.turn.TurnState.Wish;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the turns of a conversation: hears what happens, says what shall be done. A pure function,
 * without clock, thread or stream.
 *
 * <p>What it guarantees, whatever happens in whatever order:
 *
 * <ul>
 *   <li>the model makes at most one reply of the MAIN lane at a time;
 *   <li>each reply that is started gets exactly one {@code End}, and nothing is asked of it
 *       afterwards;
 *   <li>a barge-in cancels and cuts before the turn that it begins is committed;
 *   <li>a tool runs at most once for a call id, and its result reaches the model even when the
 *       reply that called it was cut;
 *   <li>after {@code Closed} nothing is wanted any more.
 * </ul>
 */
public final class TurnKeeper {

  private TurnKeeper() {}

  /**
   * What comes of an event.
   *
   * @param state where the conversation stands now
   * @param actions what shall be done, in this order
   */
  public record Step(TurnState state, List<TurnAction> actions) {}

  /** Takes one event. */
  public static Step on(TurnState state, TurnEvent event) {
    if (state.closed()) {
      return new Step(state, List.of());
    }
    Move move = new Move(state);
    take(move, event);
    move.goOn();
    return move.step();
  }

  private static void take(Move move, TurnEvent event) {
    switch (event) {
      case TurnEvent.SpeechStarted started -> {
        Caller before = move.caller;
        move.caller = new Caller.Speaking(started.at());
        if (move.policy.interruptResponse() && move.mayBeCut()) {
          move.bargeIn(before);
        }
      }
      case TurnEvent.SpeechStopped stopped -> {
        if (move.isHeld()) {
          move.caller = move.beforeDoubt(); // it was a cough, and no turn of its own
          move.resume();
        } else if (move.caller instanceof Caller.Speaking) {
          move.caller =
              move.policy.owner() == Owner.CLIENT
                  ? new Caller.Quiet() // its turns are the client's to end, and not by silence
                  : new Caller.Pausing(stopped.at());
        }
      }
      case TurnEvent.TurnEnded ended -> {
        if (move.policy.owner() != Owner.CLIENT && !(move.caller instanceof Caller.Quiet)) {
          endTurn(move, ended);
        }
      }
      case TurnEvent.CallerDone done -> move.callerDone = true;
      case TurnEvent.DoubtEnded doubt -> {
        if (move.isHeld() && doubt.ticket() == move.doubts) {
          move.interrupt(CutReason.BARGE_IN);
        }
      }

      case TurnEvent.Commit commit -> {
        move.caller = new Caller.Quiet();
        move.want(new TurnAction.CommitTurn(commit.at()));
      }
      case TurnEvent.Cleared cleared -> {
        if (!move.isHeld()) {
          move.caller = new Caller.Quiet();
        }
      }
      case TurnEvent.ReplyWanted wanted -> {
        if (wanted.lane() != Lane.MAIN) {
          move.start(wanted.lane(), epoch -> new TurnAction.StartReply(epoch, wanted.spec()));
        } else if (move.isGenerating() || move.wish instanceof Wish.Answer) {
          move.want(
              new TurnAction.Refuse(
                  Cue.Refusal.BUSY,
                  "a reply is being made already: cancel it or wait for it",
                  wanted.spec().tag()));
        } else {
          move.wish = new Wish.Answer(wanted.spec());
        }
      }
      case TurnEvent.CancelWanted cancel -> {
        boolean cancelled =
            cancel.which().isPresent()
                ? move.cancel(cancel.which().get())
                : move.interrupt(CutReason.CANCELLED);
        if (!cancelled) {
          move.want(
              new TurnAction.Refuse(
                  Cue.Refusal.NOTHING_TO_CANCEL, "there is no such reply to cancel", cancel.tag()));
        }
      }
      case TurnEvent.SayWanted say -> move.say(say);
      case TurnEvent.PolicyChanged changed -> {
        move.policy = changed.policy();
        if (move.policy.owner() == Owner.CLIENT && !move.isHeld()) {
          move.caller = new Caller.Quiet(); // nobody may be left who would tell that they stopped
        }
      }
      case TurnEvent.Closed closed -> move.close();

      case TurnEvent.Opened opened -> move.adopt(opened.epoch());
      case TurnEvent.Made made -> move.made(made.epoch());
      case TurnEvent.Drained drained -> {
        move.made(drained.epoch());
        move.end(drained.epoch(), drained.outcome(), Optional.empty());
      }
      case TurnEvent.CutDone cut -> move.cutDone(cut);
      case TurnEvent.HeardOf heard -> move.want(new TurnAction.Truncate(heard.heard()));
      case TurnEvent.ToolCalled called -> {
        if (move.isNewCall(called.call().callId())) {
          move.want(new TurnAction.RunTool(called.call()));
        }
      }
      case TurnEvent.ToolReturned returned -> {
        if (move.openCalls.remove(returned.callId())) {
          move.want(new TurnAction.GiveToolResult(returned.callId(), returned.output()));
          if (move.wish instanceof Wish.None) {
            move.wish = new Wish.TellResults();
          }
        }
      }
    }
  }

  private static void endTurn(Move move, TurnEvent.TurnEnded ended) {
    if (move.isHeld()) {
      move.interrupt(CutReason.BARGE_IN);
    }
    if (move.caller instanceof Caller.Pausing) {
      move.caller = new Caller.Quiet(); // or the turn was ended although they speak on and on
    }
    if (move.policy.owner() == Owner.ENGINE) {
      move.want(new TurnAction.CommitTurn(ended.at()));
    }
    if (move.policy.createResponse()) {
      move.wish =
          move.policy.owner() == Owner.ENGINE
              ? new Wish.Answer(ReplySpec.asConfigured())
              : new Wish.Theirs();
    }
  }
}
