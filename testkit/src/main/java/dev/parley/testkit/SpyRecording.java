package dev.parley.testkit;

import dev.parley.engine.door.Door;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A recording that keeps nothing: it knows what it was put around, and hears what the session
 * decides. For whoever lets sessions be recorded. Safe for any thread.
 */
public final class SpyRecording implements Recording {

  private final List<String> around = new CopyOnWriteArrayList<>();
  private final List<CallEvent> heard = new CopyOnWriteArrayList<>();

  /** What it was put around, in order: {@code door NAME}, {@code model NAME} and so on. */
  public List<String> around() {
    return List.copyOf(around);
  }

  /** What the session has told so far. */
  public List<CallEvent> heard() {
    return List.copyOf(heard);
  }

  @Override
  public Door door(Door door) {
    around.add("door " + door.name());
    return door;
  }

  @Override
  public Backend model(Backend model) {
    around.add("model " + model.name());
    return model;
  }

  @Override
  public SessionSettings settings(SessionSettings settings) {
    around.add("settings");
    return settings.withTelemetry(
        Telemetry.all((callId, at, event) -> heard.add(event), settings.telemetry()));
  }

  @Override
  public Startable call(Startable call) {
    around.add("call " + call.name());
    return call;
  }

  @Override
  public CompletionStage<Optional<Path>> kept() {
    return CompletableFuture.completedStage(Optional.empty());
  }
}
