package dev.parley.engine.stage;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.telemetry.Drops;
import org.apache.pekko.stream.javadsl.Flow;

/** A stage under a name of the user's. */
record NamedStage<F extends Frame>(String name, Stage<F> stage) implements Stage<F> {

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return stage.negotiate(in);
  }

  @Override
  public Flow<F, F, Tuner> flow(AudioFormat in, Drops drops) {
    return stage.flow(in, drops);
  }
}
