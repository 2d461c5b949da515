package dev.parley.testkit.call;

import dev.parley.engine.door.Door;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.SessionSettings;
import dev.parley.testkit.RecordingTelemetry;
import java.time.Duration;

/** Builds the calls of these tests. */
final class Calls {

  private Calls() {}

  static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /** The shortest call: door, model, playout. */
  static Call of(Door door, Backend model, RecordingTelemetry telemetry) {
    return of("call", door, model, telemetry);
  }

  static Call of(String name, Door door, Backend model, RecordingTelemetry telemetry) {
    return Pipeline.call(name)
        .from(door)
        .to(model)
        .through(Playout.forDoor(door))
        .back()
        .with(SessionSettings.defaults().withTelemetry(telemetry));
  }
}
