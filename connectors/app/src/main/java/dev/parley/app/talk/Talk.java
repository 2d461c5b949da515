package dev.parley.app.talk;

import dev.parley.app.live.LiveView;
import dev.parley.app.report.CallLog;
import dev.parley.app.report.CallReport;
import dev.parley.app.tools.CallLine;
import dev.parley.audio.echo.EchoGate;
import dev.parley.audio.resample.Resample;
import dev.parley.audio.tap.Recorder;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.door.Door;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.time.VirtualWorld;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** Holds one call, shows it while it runs, and writes down what happened. */
public final class Talk {

  /** How much longer than the caller's recording a call may take: the last reply, and room. */
  private static final Duration OVERTIME = Duration.ofMinutes(10);

  private final TalkSettings settings;
  private final Caller caller;
  private final CallLog log = new CallLog();
  private final LiveView view;
  private @Nullable Farewell farewell;

  private Talk(TalkSettings settings, Caller caller, LiveView view) {
    this.settings = settings;
    this.caller = caller;
    this.view = view;
  }

  /**
   * Holds the call.
   *
   * @param out where the live view goes
   * @return why it failed; empty if it was held to its end
   * @throws dev.parley.files.AudioFileException if there is no such caller
   */
  public static Optional<Throwable> hold(TalkSettings settings, PrintStream out, boolean terminal)
      throws IOException, InterruptedException {
    try (Caller caller = Caller.of(settings)) {
      return new Talk(settings, caller, new LiveView(out, terminal)).hold(out);
    }
  }

  /** What a talk with these settings would look like. */
  public static Call plan(TalkSettings settings) throws IOException {
    try (Caller caller = Caller.of(settings)) {
      return new Talk(settings, caller, new LiveView(System.out, false))
          .call(Recorder.to(Path.of(TalkOutput.WAV))); // which only a call would open
    }
  }

  private Optional<Throwable> hold(PrintStream out) throws IOException, InterruptedException {
    try (TalkOutput files = TalkOutput.in(settings.out())) {
      Recorder recorder = Recorder.to(files.recording());
      Call call = call(recorder);
      SessionReport session = settings.fast() ? inVirtualTime(call) : inRealTime(call);
      recorder
          .failure()
          .ifPresent(broken -> out.println("the recording stopped: " + broken.getMessage()));
      CallReport report =
          log.report(
              settings.fast() ? "virtual" : "real",
              caller.input(),
              settings.model().name(),
              call.negotiate(),
              session);
      files.keep(report);
      out.println(Summary.of(report, settings.out()));
      return session.failure();
    } finally {
      if (farewell != null) {
        farewell.over();
      }
    }
  }

  private Call call(Recorder recorder) {
    Door door = caller.door();
    Pipeline.CallerSide way = Pipeline.call("talk").from(door);
    if (settings.microphone() && !settings.headphones()) {
      EchoGate gate = EchoGate.create();
      way = way.through(gate).tap(gate);
    }
    return way.through(Vad.with(settings.detectors()))
        .through(TurnDetector.silence(settings.eagerness()))
        .tap(recorder)
        .tap(log)
        .tap(view)
        .to(settings.model())
        .through(Resample.spoken(door.plays().rate()))
        .through(Playout.forDoor(door))
        .back()
        .with(session());
  }

  private SessionSettings session() {
    return SessionSettings.defaults().withBrief(brief()).withTelemetry(Telemetry.all(log, view));
  }

  /** The call with its tools, which are made where it runs. */
  private CallHandle run(Call call, ActorSystem<?> system) {
    CallLine line = CallLine.in(system);
    CallHandle handle = call.with(session().withTools(settings.tools().open(line))).run(system);
    line.connect(handle);
    return handle;
  }

  private Brief brief() {
    Brief told =
        Brief.defaults()
            .withInstructions(settings.tools().instructions())
            .withEffort(settings.effort());
    return settings.model().capabilities().transcribes()
        ? told.withTranscription(Optional.of(new Transcription(Optional.empty(), Optional.empty())))
        : told;
  }

  private SessionReport inVirtualTime(Call call) {
    try (VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "talk")) {
      return world.run(system -> run(call, system).closed(), caller.length().plus(OVERTIME));
    }
  }

  private SessionReport inRealTime(Call call) throws InterruptedException {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "talk");
    try {
      settings.detectors().open().close(); // loaded now, or the first frames would wait for it
      settings.model().prepare(); // likewise, or the first answer
      CallHandle handle = run(call, system);
      farewell = new Farewell(handle);
      return handle.closed().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      system.terminate();
    }
  }
}
