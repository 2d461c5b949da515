package dev.parley.engine.session;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.stage.Tuner;
import dev.parley.engine.turn.SayWhen;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A running call, for the application. Safe for any thread and after the call's end.
 *
 * @param callId names the call through door, model, tools, logs and traces
 * @param session the actor that keeps the conversation
 * @param wiring the hands on its stream
 * @param closed completed when the call has ended, however it did
 */
public record CallHandle(
    String callId,
    ActorRef<SessionCommand> session,
    Wiring wiring,
    CompletionStage<SessionReport> closed) {

  /** System-to-voice: the model says this text of the application's own accord. */
  public void say(String text, SayWhen when) {
    session.tell(new SessionCommand.Say(text, when));
  }

  /** Asks for a reply without a turn of the caller's. */
  public void reply(ReplySpec spec) {
    session.tell(new SessionCommand.Reply(spec, Epoch.Lane.MAIN));
  }

  /** Stops the reply that is being made or played. */
  public void cancel() {
    session.tell(SessionCommand.Cancel.all());
  }

  /** Ends the call in good order. */
  public void hangUp() {
    session.tell(new SessionCommand.HangUp());
  }

  /**
   * Changes a stage's settings from the next frame on.
   *
   * @param stage its name in the plan
   * @throws IllegalArgumentException if there is no such stage, or these are not its settings
   */
  public void tune(String stage, Object settings) {
    Tuner tuner = wiring.tuners().get(stage);
    if (tuner == null) {
      throw new IllegalArgumentException(
          "there is no stage named \"" + stage + "\", only " + wiring.tuners().keySet());
    }
    tuner.tune(settings);
  }
}
