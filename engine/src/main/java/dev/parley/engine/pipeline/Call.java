package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.turn.TurnPolicy;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;

/** A call that has been said and not yet made. Immutable. */
public final class Call implements Startable {

  private final String name;
  private final Door door;
  private final List<Stage<Inbound>> callerSide;
  private final List<Tap> taps;
  private final Backend model;
  private final List<Stage<Outbound>> replySide;
  private final Playout playout;
  private final SessionSettings settings;

  Call(
      String name,
      Door door,
      List<Stage<Inbound>> callerSide,
      List<Tap> taps,
      Backend model,
      List<Stage<Outbound>> replySide,
      Playout playout,
      SessionSettings settings) {
    this.name = name;
    this.door = door;
    this.callerSide = callerSide;
    this.taps = taps;
    this.model = model;
    this.replySide = replySide;
    this.playout = playout;
    this.settings = settings;
  }

  /** The same call, with sessions that work by these settings. */
  public Call with(SessionSettings other) {
    return new Call(name, door, callerSide, taps, model, replySide, playout, other);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int capacity() {
    return model.capacity();
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
    String callId = CallNames.of(system).next(name);
    return new CallPath(agreed, settings, system, callId)
        .start(session -> system.systemActorOf(session, callId, Props.empty()));
  }

  @Override
  public CallHandle start(
      ClassicActorSystemProvider system,
      String callId,
      Function<Behavior<SessionCommand>, ActorRef<SessionCommand>> spawn) {
    return new CallPath(negotiation(), settings, system, callId).start(spawn);
  }

  private Negotiation negotiation() {
    if (settings.policy().owner() == TurnPolicy.Owner.BACKEND
        && model.capabilities().turns() == Capabilities.Turns.OURS) {
      throw new IllegalArgumentException(
          model.name() + " does not take turns itself: let the engine or the client own them");
    }
    return Negotiation.of(name, door, callerSide, taps, model, replySide, playout);
  }
}
