package dev.parley.app.tools;

import dev.parley.engine.session.CallHandle;
import dev.parley.engine.time.Offload;
import dev.parley.engine.time.VirtualScheduler;
import dev.parley.engine.turn.SayWhen;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/**
 * What the tools of a call can reach of it. It is there before the call, for the call is made with
 * its tools; {@link #connect} joins the two. Safe for any thread.
 */
public final class CallLine {

  private final ClassicActorSystemProvider system;
  private final CompletableFuture<Consumer<String>> voice = new CompletableFuture<>();
  private final Set<Alarm> pending = new HashSet<>();
  private boolean ended;

  /** One thing to come. */
  private final class Alarm implements Runnable {

    private final Runnable task;

    Alarm(Runnable task) {
      this.task = task;
    }

    /** Either it fires, or it is cancelled, or the call has ended; the first of them counts. */
    @Override
    public void run() {
      if (take(this)) {
        task.run();
      }
    }
  }

  private CallLine(ClassicActorSystemProvider system) {
    this.system = system;
  }

  /** A line to a call that will run in this system. */
  public static CallLine in(ClassicActorSystemProvider system) {
    return new CallLine(system);
  }

  /** The call runs: what was said before is said now. Once. */
  public void connect(CallHandle call) {
    connect(text -> call.say(text, SayWhen.NEXT_PAUSE), call.closed());
  }

  /**
   * As the other.
   *
   * @param say how the call is told to say something
   * @param closed completed when it has ended, however it did
   */
  void connect(Consumer<String> say, CompletionStage<?> closed) {
    voice.complete(say);
    closed.whenCompleteAsync((report, failure) -> end(), Runnable::run);
  }

  /** Says it in the next pause; nobody hears it if the call has ended. */
  void say(String text) {
    CompletionStage<Consumer<String>> connected = voice;
    connected.thenAccept(say -> say.accept(text));
  }

  /**
   * Does something later, on a thread of the system, if the call still runs. In a virtual world
   * that is virtual time.
   *
   * @return calls it off; does nothing if it has begun
   */
  Runnable after(Duration span, Runnable task) {
    Alarm alarm = new Alarm(task);
    synchronized (pending) {
      if (ended) {
        return () -> {};
      }
      pending.add(alarm);
    }
    var classic = system.classicSystem();
    Cancellable timer = classic.scheduler().scheduleOnce(span, alarm, classic.dispatcher());
    return () -> {
      take(alarm);
      timer.cancel();
    };
  }

  /** Where blocking work goes; in a virtual world, time waits for it. */
  Offload offload(Executor workers) {
    return system.classicSystem().scheduler() instanceof VirtualScheduler world
        ? world
        : Offload.on(workers);
  }

  private boolean take(Alarm alarm) {
    synchronized (pending) {
      return pending.remove(alarm);
    }
  }

  private void end() {
    synchronized (pending) {
      ended = true;
      pending.clear();
    }
  }
}
