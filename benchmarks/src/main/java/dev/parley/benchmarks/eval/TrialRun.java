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

  /** The only one that is asked for. */
  static final Epoch REPLY = new Epoch(Epoch.Lane.MAIN, 1);

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
    return Outcome.of(
        trial, watch.cut(REPLY), watch.drained(REPLY), watch.stale(), watch.heardError());
  }

  private static Call call(TrialAudio audio, SpeechDetectors detectors, CallWatch watch) {
    Door door = new ClipDoor(audio.caller());
    return Pipeline.call("trial")
        .from(door)
        .through(Vad.with(detectors))
        .through(TurnDetector.silence(Eagerness.MEDIUM))
        .tap(watch)
        .to(agent(audio))
        .through(Playout.forDoor(door))
        .back()
        .with(SessionSettings.defaults().withTelemetry(watch));
  }

  private static CompletionStage<SessionReport> start(
      Call call, ActorSystem<?> system, Trial trial) {
    CallHandle handle = call.run(system);
    askForReply(trial, handle, system);
    return handle.closed();
  }

  /** Speaks the trial's reply, at once. */
  static Backend agent(TrialAudio audio) {
    return new ScriptedModel(
        ScriptedSettings.defaults()
            .withThink(Duration.ZERO)
            .withReply(seconds(audio.reply().seconds())),
        new ClipVoice(audio.reply()));
  }

  static void askForReply(Trial trial, CallHandle call, ActorSystem<?> system) {
    system
        .scheduler()
        .scheduleOnce(
            seconds(trial.replyAt()),
            () -> call.reply(ReplySpec.asConfigured()),
            system.executionContext());
  }

  static Duration seconds(double count) {
    return Duration.ofNanos(Math.round(count * 1e9));
  }
}
