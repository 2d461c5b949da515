package dev.parley.engine.pipeline;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tuner;
import dev.parley.engine.telemetry.Drops;
import org.apache.pekko.stream.javadsl.Flow;

/** A flow of the user's own as a room. */
record RawStage<F extends Frame>(String name, Flow<F, F, ?> raw) implements Stage<F> {

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return in;
  }

  @Override
  public Flow<F, F, Tuner> flow(AudioFormat in, Drops drops) {
    return raw.mapMaterializedValue(ignored -> Tuner.NONE);
  }
}
