package dev.parley.recorder;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.format.DoorInfo;
import dev.parley.recorder.format.ModelInfo;
import dev.parley.recorder.format.SettingsInfo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Puts eyes and ears around what a session is made of. Assembled by one thread, before the call.
 */
final class LiveRecording implements Recording {

  /** Takes what is to be known of a session when its call begins. */
  @FunctionalInterface
  public interface Beginning {
    void begin(String callId, DoorInfo door, ModelInfo model, SettingsInfo settings);
  }

  private final Journal journal;
  private final Beginning beginning;
  private final CompletionStage<Optional<Path>> kept;
  private @Nullable DoorInfo door;
  private @Nullable Backend model;
  private @Nullable AudioFormat speaks;
  private @Nullable SettingsInfo settings;

  /**
   * @param beginning is told once, before anything is noted
   * @param kept completed when nothing more is written
   */
  public LiveRecording(Journal journal, Beginning beginning, CompletionStage<Optional<Path>> kept) {
    this.journal = journal;
    this.beginning = beginning;
    this.kept = kept;
  }

  @Override
  public Door door(Door caller) {
    door = DoorInfo.of(caller);
    return new RecordedDoor(caller, journal, this::opening);
  }

  @Override
  public Backend model(Backend backend) {
    model = backend;
    return new RecordedModel(backend, journal, format -> speaks = format);
  }

  @Override
  public SessionSettings settings(SessionSettings session) {
    settings = SettingsInfo.of(session);
    Telemetry ear =
        (callId, at, event) -> {
          if (!(event instanceof CallEvent.Opened)) {
            journal.note(at, new Happening.Decided(event));
          }
        };
    return session.withTelemetry(Telemetry.all(ear, session.telemetry()));
  }

  @Override
  public Startable call(Startable call) {
    return new RecordedCall(call, journal);
  }

  @Override
  public CompletionStage<Optional<Path>> kept() {
    return kept;
  }

  private void opening(DoorLink link) {
    if (door == null || model == null || speaks == null || settings == null) {
      throw new IllegalStateException(
          "a recording needs its door, its model and its settings: wrap all three");
    }
    beginning.begin(link.callId(), door, ModelInfo.of(model, speaks), settings);
    journal.begin(link.clock());
  }
}
