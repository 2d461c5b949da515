package dev.parley.app.talk;

import dev.parley.app.live.LiveView;
import dev.parley.app.record.TalkRecorder;
import dev.parley.app.report.CallLog;
import dev.parley.app.report.CallReport;
import dev.parley.app.tools.CallLine;
import dev.parley.audio.echo.EchoGate;
import dev.parley.audio.resample.Resample;
import dev.parley.audio.tap.Recorder;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.door.Door;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Plan;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.time.VirtualWorld;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** Holds one call, shows it while it runs, and writes down what happened. */
public final class Talk {

  /** How much longer than the caller's recording a call may take: the last reply, and room. */
  private static final Duration OVERTIME = Duration.ofMinutes(10);

  private static final String CALL = "talk-1";

  /** What came of a talk, and where it is recorded. */
  private record Held(SessionReport session, Optional<Path> recording) {}

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
          .call(Recorder.to(Path.of(TalkOutput.WAV)), Recording.off()); // only a call opens it
    }
  }

  private Optional<Throwable> hold(PrintStream out) throws IOException, InterruptedException {
    try (TalkOutput files = TalkOutput.in(settings.out())) {
      Recorder recorder = Recorder.to(files.recording());
      Plan plan = call(recorder, Recording.off()).negotiate();
      Held held = settings.fast() ? inVirtualTime(recorder) : inRealTime(recorder);
      recorder
          .failure()
          .ifPresent(broken -> out.println("the recording stopped: " + broken.getMessage()));
      CallReport report =
          log.report(
              settings.fast() ? "virtual" : "real",
              caller.input(),
              settings.model().name(),
              plan,
              held.session());
      files.keep(report);
      out.println(Summary.of(report, settings.out()));
      held.recording().ifPresent(file -> out.println("recorded in " + file));
      return held.session().failure();
    } finally {
      if (farewell != null) {
        farewell.over();
      }
    }
  }

  private Call call(Recorder recorder, Recording recording) {
    Door door = recording.door(caller.door());
    Pipeline.CallerSide way = Pipeline.call("talk").from(door);
    if (gated()) {
      EchoGate gate = EchoGate.create();
      way = way.through(gate).tap(gate);
    }
    return way.through(Vad.with(settings.detectors()))
        .through(TurnDetector.silence(settings.eagerness()))
        .tap(recorder)
        .tap(log)
        .tap(view)
        .to(recording.model(settings.model()))
        .through(Resample.spoken(door.plays().rate()))
        .through(Playout.forDoor(door))
        .back()
        .with(session());
  }

  private SessionSettings session() {
    return SessionSettings.defaults().withBrief(brief()).withTelemetry(Telemetry.all(log, view));
  }

  /** Over a loudspeaker the microphone would hear the agent. */
  private boolean gated() {
    return settings.microphone() && !settings.headphones();
  }

  /** The call with its tools, which are made where it runs. */
  private CallHandle run(Recorder recorder, Recording recording, ActorSystem<?> system) {
    CallLine line = CallLine.in(system);
    SessionSettings session = session().withTools(settings.tools().open(line));
    Startable call = recording.call(call(recorder, recording).with(recording.settings(session)));
    CallHandle handle =
        call.start(
            system, CALL, (behaviour, props) -> system.systemActorOf(behaviour, CALL, props));
    line.connect(handle);
    return handle;
  }

  private Recording recording(ActorSystem<?> system) {
    return settings
        .record()
        .map(
            folder ->
                TalkRecorder.open(
                    system,
                    folder,
                    settings.detectors(),
                    TurnSettings.of(settings.eagerness()),
                    gated()))
        .orElseGet(Recording::off);
  }

  /** When the call has ended, and its recording is written. */
  private static CompletionStage<Held> held(CallHandle call, Recording recording) {
    return call.closed()
        .thenCompose(session -> recording.kept().thenApply(file -> new Held(session, file)));
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

  private Held inVirtualTime(Recorder recorder) {
    try (VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "talk")) {
      return world.run(
          system -> {
            Recording recording = recording(system);
            return held(run(recorder, recording, system), recording);
          },
          caller.length().plus(OVERTIME));
    }
  }

  private Held inRealTime(Recorder recorder) throws InterruptedException {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "talk");
    try {
      settings.detectors().open().close(); // loaded now, or the first frames would wait for it
      settings.model().prepare(); // likewise, or the first answer
      Recording recording = recording(system);
      CallHandle handle = run(recorder, recording, system);
      farewell = new Farewell(handle);
      return held(handle, recording).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      system.terminate();
    }
  }
}
