package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.model.Backend;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Startable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The recording of one session, for whoever assembles its call and need not know who records. It is
 * put around what the session is made of, all four:
 *
 * <pre>{@code
 * Door door = recording.door(caller);
 * Call call =
 *     Pipeline.call("support")
 *         .from(door)
 *         // the rooms
 *         .to(recording.model(model))
 *         .through(Playout.forDoor(door))
 *         .back()
 *         .with(recording.settings(settings));
 * recording.call(call).start(...);
 * }</pre>
 *
 * It begins when the call does and ends with it. Nothing in the call ever waits for it.
 */
public interface Recording {

  /** The door, with an eye on what passes it. */
  Door door(Door door);

  /** The model, with an eye on what it is told and what it gives. */
  Backend model(Backend model);

  /** The settings, with an ear for what the session decides. */
  SessionSettings settings(SessionSettings settings);

  /** The call, with an ear for what the client and the application tell its session. */
  Startable call(Startable call);

  /** Completed when nothing more is written, with the file; empty if there is none. */
  CompletionStage<Optional<Path>> kept();

  /** Nothing is recorded: all comes back as it is. */
  static Recording off() {
    return new Recording() {
      @Override
      public Door door(Door door) {
        return door;
      }

      @Override
      public Backend model(Backend model) {
        return model;
      }

      @Override
      public SessionSettings settings(SessionSettings settings) {
        return settings;
      }

      @Override
      public Startable call(Startable call) {
        return call;
      }

      @Override
      public CompletionStage<Optional<Path>> kept() {
        return CompletableFuture.completedStage(Optional.empty());
      }
    };
  }
}
