package dev.parley.testkit;

import dev.parley.engine.pipeline.Call;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.time.VirtualWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A whole call in a virtual world of its own: minutes of it in milliseconds, the same on every run.
 *
 * <pre>{@code
 * SessionReport report =
 *     CallRun.of(call)
 *         .at(Duration.ofSeconds(2), handle -> handle.say("One moment.", SayWhen.CUT))
 *         .run();
 * }</pre>
 */
public final class CallRun {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private record Step(Duration at, Consumer<? super CallHandle> act) {}

  private final Call call;
  private final List<Step> steps = new ArrayList<>();

  private CallRun(Call call) {
    this.call = call;
  }

  public static CallRun of(Call call) {
    return new CallRun(call);
  }

  /** Does something so long after the call's beginning. */
  public CallRun at(Duration when, Consumer<? super CallHandle> act) {
    steps.add(new Step(when, act));
    return this;
  }

  /**
   * Makes the call and waits for its end.
   *
   * @throws IllegalStateException if the call does not end within ten minutes of virtual time
   */
  public SessionReport run() {
    try (var world = VirtualWorld.create(Behaviors.empty(), "call-run")) {
      return world.run(this::start, LIMIT);
    }
  }

  private CompletionStage<SessionReport> start(ActorSystem<Object> system) {
    CallHandle handle = call.run(system);
    for (Step step : steps) {
      system
          .scheduler()
          .scheduleOnce(step.at, () -> step.act.accept(handle), system.executionContext());
    }
    return handle.closed();
  }
}
