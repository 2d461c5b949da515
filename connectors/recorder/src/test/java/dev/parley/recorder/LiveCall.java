package dev.parley.recorder;

import dev.parley.audio.resample.Resample;
import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.Vad;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.door.Door;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.time.Offload;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.recorder.format.Rooms;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A call that is recorded, in a virtual world of its own or in a real one. */
public final class LiveCall {

  public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static final ToolSpec CLOCK = new ToolSpec("clock", "tells the time", "{}");

  private final Door door;
  private final List<Step> steps = new ArrayList<>();
  private Backend model =
      new ScriptedModel(
          ScriptedSettings.defaults().withReply(Duration.ofSeconds(2)), new ToneVoice(24_000));
  private SessionSettings settings = SessionSettings.defaults();
  private Consent consent = Consent.yes();
  private boolean tools;

  private record Step(Duration at, Consumer<? super CallHandle> act) {}

  private LiveCall(Door door) {
    this.door = door;
  }

  public static LiveCall through(Door door) {
    return new LiveCall(door);
  }

  public LiveCall by(Backend other) {
    model = other;
    return this;
  }

  public LiveCall with(ScriptedSettings scripted) {
    return by(new ScriptedModel(scripted, new ToneVoice(24_000)));
  }

  public LiveCall with(Consent other) {
    consent = other;
    return this;
  }

  public LiveCall with(TurnPolicy policy) {
    settings = settings.withPolicy(policy);
    return this;
  }

  public LiveCall with(Brief brief) {
    settings = settings.withBrief(brief);
    return this;
  }

  /** The session carries out a tool, in 300 ms. */
  public LiveCall withTool() {
    tools = true;
    return this;
  }

  public LiveCall at(Duration when, Consumer<? super CallHandle> act) {
    steps.add(new Step(when, act));
    return this;
  }

  public static RecorderSettings settings(Path folder) {
    return RecorderSettings.in(folder).withFloor(0);
  }

  public static SpeechDetectors detectors(String name) {
    if (name.equals("energy")) {
      return EnergyDetector.energy();
    }
    throw new IllegalArgumentException("there is no detector named \"" + name + "\"");
  }

  /** Holds the call in virtual time, and records it into a folder. */
  public Optional<Path> record(Path folder) {
    return record(settings(folder), Recordings.World::of);
  }

  /** What recordings need, made where the call runs. */
  public interface Worlds {
    Recordings.World of(
        Offload offload, InstantSource clock, java.util.random.RandomGenerator random);
  }

  public Optional<Path> record(RecorderSettings recorder, Worlds worlds) {
    try (VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "live")) {
      return world.run(system -> start(system, recorder, worlds), Duration.ofMinutes(10));
    }
  }

  /** Holds the call in real time. */
  public CompletionStage<Optional<Path>> start(
      ActorSystem<Void> system, RecorderSettings recorder, Worlds worlds) {
    try {
      Recordings recordings =
          Recordings.in(
              recorder,
              worlds.of(Offload.of(system), InstantSource.fixed(NOON), new SplittableRandom(7)));
      return start(system, recordings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CompletionStage<Optional<Path>> start(ActorSystem<Void> system, Recordings recordings) {
    Rooms rooms = Rooms.of("energy", VadSettings.defaults(), TurnSettings.of(Eagerness.HIGH));
    Recording recording = recordings.open(consent, rooms);
    Door recorded = recording.door(door);
    Startable call =
        recording.call(
            Pipeline.call("live")
                .from(recorded)
                .through(Vad.with(EnergyDetector.energy()))
                .through(TurnDetector.silence(Eagerness.HIGH))
                .to(recording.model(model))
                .through(Resample.spoken(recorded.plays().rate()))
                .through(Playout.forDoor(recorded))
                .back()
                .with(recording.settings(tools ? settings.withTools(box(system)) : settings)));
    CallHandle handle =
        call.start(
            system, "live-1", (session, props) -> system.systemActorOf(session, "live", props));
    for (Step step : steps) {
      system
          .scheduler()
          .scheduleOnce(step.at, () -> step.act.accept(handle), system.executionContext());
    }
    return handle.closed().thenCompose(report -> recording.kept());
  }

  private static ToolBox box(ActorSystem<Void> system) {
    return ToolBox.empty()
        .with(
            CLOCK,
            arguments -> {
              CompletableFuture<String> answer = new CompletableFuture<>();
              system
                  .scheduler()
                  .scheduleOnce(
                      Duration.ofMillis(300),
                      () -> answer.complete("{\"time\":\"twelve\"}"),
                      system.executionContext());
              return answer;
            });
  }
}
