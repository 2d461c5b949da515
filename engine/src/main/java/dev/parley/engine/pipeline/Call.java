package dev.parley.engine.pipeline;

import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.turn.TurnPolicy;
import java.util.function.BiFunction;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;

/** A call that has been said and not yet made. Immutable. */
public final class Call implements Startable {

  private final Said said;
  private final SessionSettings settings;

  Call(Said said, SessionSettings settings) {
    this.said = said;
    this.settings = settings;
  }

  /** The same call, with sessions that work by these settings. */
  public Call with(SessionSettings other) {
    return new Call(said, other);
  }

  @Override
  public String name() {
    return said.name();
  }

  @Override
  public Backend model() {
    return said.model();
  }

  /**
   * Agrees on audio, room by room.
   *
   * @throws dev.parley.engine.dsp.Refused if a room cannot take what the one before it gives
   */
  public Plan negotiate() {
    return negotiation().plan();
  }

  /**
   * Makes the call, with a session of its own beside all others of the system.
   *
   * @throws dev.parley.engine.dsp.Refused if the rooms cannot agree; then nothing has been started
   */
  public CallHandle run(ActorSystem<?> system) {
    Negotiation agreed = negotiation();
    String callId = CallNames.of(system).next(said.name());
    return new CallPath(agreed, settings, system, callId)
        .start((session, props) -> system.systemActorOf(session, callId, props));
  }

  @Override
  public CallHandle start(
      ClassicActorSystemProvider system,
      String callId,
      BiFunction<Behavior<SessionCommand>, Props, ActorRef<SessionCommand>> spawn) {
    return new CallPath(negotiation(), settings, system, callId).start(spawn);
  }

  private Negotiation negotiation() {
    if (settings.policy().owner() == TurnPolicy.Owner.BACKEND
        && model().capabilities().turns() == Capabilities.Turns.OURS) {
      throw new IllegalArgumentException(
          model().name() + " does not take turns itself: let the engine or the client own them");
    }
    return Negotiation.of(said);
  }
}
