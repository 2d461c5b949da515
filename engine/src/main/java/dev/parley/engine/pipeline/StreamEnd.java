package dev.parley.engine.pipeline;

import dev.parley.engine.session.SessionCommand;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/** Tells the session once, when both directions of its stream have ended, and why if one failed. */
final class StreamEnd {

  private final ActorRef<SessionCommand> session;
  private final AtomicInteger running = new AtomicInteger(2);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  StreamEnd(ActorRef<SessionCommand> session) {
    this.session = session;
  }

  /** Watches one direction; hands the materialised value through. */
  <M> M watch(M materialized, CompletionStage<Done> ended) {
    ended.whenCompleteAsync(
        (done, why) -> {
          failure.compareAndSet(null, why);
          if (running.decrementAndGet() == 0) {
            session.tell(new SessionCommand.StreamEnded(Optional.ofNullable(failure.get())));
          }
        },
        Runnable::run); // or Pekko's future would hop to the common pool, out of virtual time
    return materialized;
  }
}
