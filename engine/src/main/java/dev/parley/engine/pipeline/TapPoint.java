package dev.parley.engine.pipeline;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.stage.Tuner;
import dev.parley.engine.telemetry.Drops;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Keeps a tap's place among the rooms of the caller's side until the call opens it.
 *
 * @param index which tap of the pipeline
 */
record TapPoint(int index, Tap tap) implements Stage<Inbound> {

  @Override
  public String name() {
    return tap.name();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return in;
  }

  @Override
  public Flow<Inbound, Inbound, Tuner> flow(AudioFormat in, Drops drops) {
    throw new IllegalStateException("a tap's place is filled by its call");
  }
}
