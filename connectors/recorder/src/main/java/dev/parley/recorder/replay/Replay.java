package dev.parley.recorder.replay;

import dev.parley.audio.echo.EchoGate;
import dev.parley.audio.resample.Resample;
import dev.parley.audio.tempo.Tempo;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.door.Door;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.time.Offload;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.file.Limits;
import dev.parley.recorder.file.Private;
import dev.parley.recorder.file.Recorded;
import dev.parley.recorder.file.RecordedFile;
import dev.parley.recorder.file.RecordingException;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Rooms;
import dev.parley.recorder.format.SettingsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Runs a recorded session again, in virtual time and through today's code: what came from outside
 * comes again at its time, the model gives again what it gave, and everything between is made anew.
 * The same recording gives the same bytes on every run.
 *
 * <pre>{@code
 * Comparison same = Replay.of(file, detectors).run(out);
 * Comparison harder =
 *     Replay.of(file, detectors)
 *         .with(about -> about.withRooms(about.rooms().withVad(deafer)))
 *         .run(out);
 * }</pre>
 *
 * Immutable. Blocks: a minute of call takes well under a second.
 */
public final class Replay {

  /** How much longer than the recording a replay may take: it may hold a reply that was cut. */
  private static final Duration OVERTIME = Duration.ofMinutes(10);

  private final Recorded recorded;
  private final Outcome outcome;
  private final About about;
  private final Function<String, SpeechDetectors> detectors;

  private Replay(
      Recorded recorded,
      Outcome outcome,
      About about,
      Function<String, SpeechDetectors> detectors) {
    this.recorded = recorded;
    this.outcome = outcome;
    this.about = about;
    this.detectors = detectors;
  }

  /**
   * A recording to be run again.
   *
   * @param detectors finds a speech detector by its name, or says in an {@link
   *     IllegalArgumentException} that there is none
   * @throws RecordingException if it cannot be read
   */
  public static Replay of(Path file, Function<String, SpeechDetectors> detectors) {
    return of(file, detectors, Limits.ofMemory());
  }

  /** The same, within limits of one's own. */
  public static Replay of(Path file, Function<String, SpeechDetectors> detectors, Limits limits) {
    Recorded recorded = RecordedFile.read(file, limits);
    return new Replay(recorded, Outcome.of(recorded), recorded.about(), detectors);
  }

  /** What the session was made of. */
  public About about() {
    return about;
  }

  /** What was recorded, in figures. */
  public Tally tally() {
    return Tally.of(recorded);
  }

  /** Whether the recording was broken off before its session ended. */
  public boolean isBrokenOff() {
    return !recorded.whole();
  }

  /** The same session, assembled otherwise. */
  public Replay with(UnaryOperator<About> change) {
    return new Replay(recorded, outcome, change.apply(about), detectors);
  }

  /**
   * Runs it.
   *
   * @param out the new recording, in place of what may be there; its folder must exist
   * @return where the new recording differs from the old one
   * @throws RecordingException if it cannot be run
   * @throws IOException if the new recording cannot be written
   */
  public Comparison run(Path out) throws IOException {
    Path parent = out.toAbsolutePath().getParent();
    Path work = Files.createTempDirectory(parent == null ? out : parent, ".replay-");
    try (VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "replay")) {
      world.run(
          system -> start(system, work.resolve("recording"), out),
          Duration.ofNanos(recorded.end()).plus(OVERTIME));
    } catch (Refused | IllegalArgumentException | IllegalStateException e) {
      throw new RecordingException("the recording cannot be replayed: " + e.getMessage(), e);
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Private.delete(work);
    }
    Outcome now = Outcome.of(RecordedFile.read(out, Limits.ofMemory()));
    Comparison all = Comparison.of(outcome, now, recorded.about().door().playout().slice());
    return recorded.whole()
        ? all
        : all.before(recorded.intactUntil() - Punctuality.PATIENCE.toNanos());
  }

  private CompletionStage<Optional<Path>> start(ActorSystem<Void> system, Path work, Path out) {
    Recorded changed = recorded.with(about);
    Recording recording = Recordings.single(about, work, out, Offload.of(system));
    recording
        .call(call(changed, recording, system))
        .start(
            system,
            about.callId(),
            (session, props) -> system.systemActorOf(session, "replayed", props));
    return recording.kept();
  }

  private Call call(Recorded changed, Recording recording, ActorSystem<Void> system) {
    Rooms rooms = about.rooms();
    HandedOver handedOver = new HandedOver();
    SettingsInfo settings = about.settings();
    Door door = recording.door(ReplayedDoor.of(changed, handedOver));
    Pipeline.CallerSide way = Pipeline.call("replay").from(door);
    if (rooms.echoGate()) {
      EchoGate gate = EchoGate.create();
      way = way.through(gate).tap(gate);
    }
    way =
        way.through(Vad.with(detectors.apply(rooms.detector()), rooms.vad()).named(rooms.vadName()))
            .through(TurnDetector.silence(rooms.turns()).named(rooms.turnName()));
    if (rooms.modelRate().isPresent()) {
      way = way.through(Resample.captured(rooms.modelRate().get()).named("resample.in"));
    }
    Pipeline.ReplySide back =
        way.through("punctuality", Flow.fromGraph(new PunctualStage(changed, handedOver)))
            .to(recording.model(new ReplayedModel(changed)))
            .through(Resample.spoken(door.plays().rate()));
    if (rooms.tempo().isPresent()) {
      back = back.through(Tempo.spoken(rooms.tempo().get()).named("tempo"));
    }
    return back.through(Playout.forDoor(door))
        .back()
        .with(
            recording.settings(
                SessionSettings.defaults()
                    .withPolicy(settings.policy())
                    .withBrief(settings.brief())
                    .withTools(new ReplayedTools(system, changed).box())));
  }
}
