package dev.parley.engine.session;

import dev.parley.engine.model.Backend;
import java.util.function.BiFunction;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;

/** A call that can be started: what {@link Sessions} needs to know of a pipeline. */
public interface Startable {

  /** What its sessions are named after. */
  String name();

  /** Who answers: calls with the same model share its capacity. */
  Backend model();

  /**
   * Starts one call: spawns its session and materialises its stream.
   *
   * @param spawn makes an actor of the session's behaviour, with the dispatcher that its door asks
   *     for
   */
  CallHandle start(
      ClassicActorSystemProvider system,
      String callId,
      BiFunction<Behavior<SessionCommand>, Props, ActorRef<SessionCommand>> spawn);
}
