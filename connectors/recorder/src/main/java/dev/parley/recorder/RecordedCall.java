package dev.parley.recorder;

import dev.parley.engine.model.Backend;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.session.Startable;
import java.util.function.BiFunction;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A call, what its session is told, and its end. */
record RecordedCall(Startable call, Journal journal) implements Startable {

  @Override
  public String name() {
    return call.name();
  }

  /** The one that other sessions share: its capacity is counted by it. */
  @Override
  public Backend model() {
    return call.model() instanceof RecordedModel recorded ? recorded.original() : call.model();
  }

  @Override
  public CallHandle start(
      ClassicActorSystemProvider system,
      String callId,
      BiFunction<Behavior<SessionCommand>, Props, ActorRef<SessionCommand>> spawn) {
    try {
      CallHandle handle =
          call.start(
              system,
              callId,
              (session, props) ->
                  spawn.apply(Behaviors.intercept(() -> new Overheard(journal), session), props));
      handle
          .closed()
          .whenCompleteAsync(
              (report, died) -> journal.end(), Runnable::run); // or it would hop to the common pool
      return handle;
    } catch (RuntimeException e) {
      journal.end();
      throw e;
    }
  }
}
