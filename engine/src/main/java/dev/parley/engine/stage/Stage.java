package dev.parley.engine.stage;

import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.telemetry.Drops;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A room of the pipeline: what happens to the audio of one direction.
 *
 * <p>A stage is a description: immutable, shared by any number of calls, safe for any thread. What
 * belongs to one call comes into being with its {@link #flow}.
 *
 * @param <F> {@code Inbound} for rooms on the caller's side of the model, {@code Outbound} for
 *     those on the reply's
 */
public interface Stage<F extends Frame> {

  /** The name by which plans, reports and errors call it: lower case, with dots and hyphens. */
  String name();

  /**
   * Agrees on audio before any flows.
   *
   * @return what it emits when it is given {@code in}
   * @throws Refused if it cannot work on it
   */
  AudioFormat negotiate(AudioFormat in);

  /**
   * The flow of one call.
   *
   * @param in the audio that was agreed on
   * @param drops counts the frames that this stage throws away
   */
  Flow<F, F, Tuner> flow(AudioFormat in, Drops drops);

  /** The same stage by another name: for pipelines that have two of a kind. */
  default Stage<F> named(String name) {
    return new NamedStage<>(name, this);
  }
}
