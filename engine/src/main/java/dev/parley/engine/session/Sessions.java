package dev.parley.engine.session;

import dev.parley.engine.model.Backend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Admits sessions, counts them and drains them. Each is a child of its own: a fault in one ends
 * that one and no other.
 */
public final class Sessions extends AbstractBehavior<Sessions.Request> {

  /** What can be asked of the sessions together. */
  public sealed interface Request {}

  /**
   * Start a call.
   *
   * @param callId its name, unique on this node; empty for one that is made up
   */
  public record Open(Startable call, Optional<String> callId, ActorRef<Answer> replyTo)
      implements Request {
    public Open(Startable call, ActorRef<Answer> replyTo) {
      this(call, Optional.empty(), replyTo);
    }
  }

  /** Admit no more, and tell when the last has ended. */
  public record Drain(ActorRef<Done> replyTo) implements Request {}

  /** End all sessions, and this actor with them. */
  public record Stop() implements Request {}

  /** How many are there? */
  public record Count(ActorRef<Integer> replyTo) implements Request {}

  /** What becomes of {@link Open}. */
  public sealed interface Answer {}

  public record Opened(CallHandle call) implements Answer {}

  /**
   * Not now.
   *
   * @param why one sentence
   */
  public record Refused(Reason reason, String why) implements Answer {}

  /** Why a call is refused. */
  public enum Reason {
    /** The node is shutting down. */
    DRAINING,
    /** All of the node's sessions are taken. */
    NODE_FULL,
    /** The model carries no more. */
    MODEL_FULL,
    /** The call cannot be made as it is. */
    BROKEN
  }

  private final int most;

  /** Who answers in each session, by its call id. */
  private final Map<String, Backend> models = new HashMap<>();

  private long opened;
  private boolean draining;
  private final List<ActorRef<Done>> drained = new ArrayList<>();

  private Sessions(ActorContext<Request> context, int most) {
    super(context);
    this.most = most;
  }

  /**
   * The guardian of all sessions of a system.
   *
   * @param most how many there may be at once
   */
  public static Behavior<Request> create(int most) {
    return Behaviors.setup(context -> new Sessions(context, most));
  }

  @Override
  public Receive<Request> createReceive() {
    return newReceiveBuilder()
        .onMessage(Open.class, this::open)
        .onMessage(Drain.class, this::drain)
        .onMessage(Stop.class, stop -> Behaviors.stopped())
        .onMessage(
            Count.class,
            count -> {
              count.replyTo().tell(models.size());
              return this;
            })
        .onSignal(ChildFailed.class, this::ended)
        .onSignal(Terminated.class, this::ended)
        .build();
  }

  private Behavior<Request> open(Open request) {
    Startable call = request.call();
    long same = models.values().stream().filter(model -> model == call.model()).count();
    if (draining) {
      request
          .replyTo()
          .tell(new Refused(Reason.DRAINING, "no new calls: this node is shutting down"));
    } else if (models.size() >= most) {
      request
          .replyTo()
          .tell(
              new Refused(
                  Reason.NODE_FULL, "all " + most + " sessions are taken: try again later"));
    } else if (same >= call.model().capacity()) {
      request
          .replyTo()
          .tell(
              new Refused(
                  Reason.MODEL_FULL,
                  "%s carries %d sessions, and all are taken: try again later"
                      .formatted(call.model().name(), call.model().capacity())));
    } else {
      opened++;
      request.replyTo().tell(start(call, request.callId().orElse(call.name() + "-" + opened)));
    }
    return this;
  }

  /** A call that cannot be started is refused and leaves no trace; the others go on. */
  private Answer start(Startable call, String callId) {
    try {
      CallHandle handle =
          call.start(
              getContext().getSystem(),
              callId,
              (session, props) -> spawn(session, props, callId, call.model()));
      return new Opened(handle);
    } catch (RuntimeException e) {
      return new Refused(Reason.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private ActorRef<SessionCommand> spawn(
      Behavior<SessionCommand> session, Props props, String callId, Backend model) {
    ActorRef<SessionCommand> child = getContext().spawn(session, callId, props);
    getContext().watch(child);
    models.put(callId, model);
    return child;
  }

  private Behavior<Request> drain(Drain request) {
    draining = true;
    drained.add(request.replyTo());
    tellIfDrained();
    return this;
  }

  private Behavior<Request> ended(Terminated terminated) {
    models.remove(terminated.getRef().path().name());
    tellIfDrained();
    return this;
  }

  private void tellIfDrained() {
    if (models.isEmpty()) {
      drained.forEach(asking -> asking.tell(Done.getInstance()));
      drained.clear();
    }
  }
}
