package dev.parley.audio;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.telemetry.Drops;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Runs stages in tests that have nothing to do with time. */
public final class Stages {

  private Stages() {}

  /** What a stage makes of these frames. */
  public static <F extends Frame> List<F> run(Stage<F> stage, AudioFormat in, List<F> frames) {
    stage.negotiate(in);
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "test");
    try {
      return Source.from(frames)
          .via(stage.flow(in, new Drops()))
          .runWith(Sink.seq(), system)
          .toCompletableFuture()
          .join();
    } finally {
      system.terminate();
    }
  }
}
