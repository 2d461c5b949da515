package dev.parley.benchmarks.eval;

import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Makes one trial's call, all of the pipeline, in a virtual world of its own. */
final class TrialRun {

  private static final Epoch REPLY = new Epoch(Epoch.Lane.MAIN, 1);

  /** Labels are this rough: a cut so long before the onset is still one for the onset. */
  private static final double EARLIEST_CUT = -200; // ms

  /** A reply that ends by itself so soon after the onset was not there to be cut. */
  private static final double OVER = 1_000; // ms

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private TrialRun() {}

  /**
   * Makes the call.
   *
   * @throws IllegalStateException if it failed
   */
  static Outcome of(Trial trial, TrialAudio audio, SpeechDetectors detectors) {
    CallWatch watch = new CallWatch();
    Call call = call(audio, detectors, watch);
    VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "trial");
    try (world) {
      Optional<Throwable> failure =
          world.run(system -> start(call, system, trial), LIMIT).failure();
      if (failure.isPresent()) {
        throw new IllegalStateException("the call of " + trial.name() + " failed", failure.get());
      }
    }
    return outcome(trial, watch);
  }

  private static Call call(TrialAudio audio, SpeechDetectors detectors, CallWatch watch) {
    Door door = new ClipDoor(audio.caller());
    Duration length = Duration.ofNanos(Math.round(audio.reply().seconds() * 1e9));
    Backend model =
        new ScriptedModel(
            ScriptedSettings.defaults().withThink(Duration.ZERO).withReply(length),
            new ClipVoice(audio.reply()));
    return Pipeline.call("trial")
        .from(door)
        .through(Vad.with(detectors))
        .through(TurnDetector.silence(Eagerness.MEDIUM))
        .tap(watch)
        .to(model)
        .through(Playout.forDoor(door))
        .back()
        .with(SessionSettings.defaults().withTelemetry(watch));
  }

  private static CompletionStage<SessionReport> start(
      Call call, ActorSystem<?> system, Trial trial) {
    CallHandle handle = call.run(system);
    system
        .scheduler()
        .scheduleOnce(
            Duration.ofNanos(Math.round(trial.replyAt() * 1e9)),
            () -> handle.reply(ReplySpec.asConfigured()),
            system.executionContext());
    return handle.closed();
  }

  private static Outcome outcome(Trial trial, CallWatch watch) {
    double cut = watch.cut(REPLY).map(at -> millis(at, trial)).orElse(Double.NaN);
    return new Outcome(
        trial.name(), trial.type(), end(trial, watch, cut), cut, watch.stale(), watch.heardError());
  }

  private static Outcome.End end(Trial trial, CallWatch watch, double cut) {
    if (!Double.isNaN(cut)) {
      boolean early = trial.type().hasOnset() && cut < EARLIEST_CUT;
      return early ? Outcome.End.CUT_EARLY : Outcome.End.CUT;
    }
    boolean over = watch.drained(REPLY).map(at -> millis(at, trial) < OVER).orElse(false);
    return over && trial.type().hasOnset() ? Outcome.End.OVER : Outcome.End.PLAYED;
  }

  private static double millis(Duration at, Trial trial) {
    return at.toNanos() / 1e6 - 1_000 * trial.onset();
  }
}
