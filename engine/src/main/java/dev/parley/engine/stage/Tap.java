package dev.parley.engine.stage;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.time.CallClock;

/**
 * Looks on: sees every frame of a call and touches none.
 *
 * <p>A tap stands where the pipeline has it on the caller's side, and right behind the playout on
 * the reply's, so it sees what the caller hears and nothing that was cut.
 */
public interface Tap {

  /** The name by which plans and errors call it. */
  String name();

  /** Opens the tap for one call. */
  Observer open(AudioFormat caller, AudioFormat reply, CallClock clock);

  /**
   * What looks on at one call. Its methods are called by the two directions' threads, so it guards
   * itself; it must not block. A fault in it ends the call, so it keeps to itself what the call can
   * do without.
   */
  interface Observer {

    /** A frame of the caller's passes. */
    default void inbound(Inbound frame) {}

    /** A frame leaves the playout. */
    default void outbound(Outbound frame) {}

    /** The call is over, however it ended. Called once for both directions together. */
    default void close() {}
  }
}
