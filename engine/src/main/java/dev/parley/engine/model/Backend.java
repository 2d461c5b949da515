package dev.parley.engine.model;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A model that listens while it speaks.
 *
 * <p>Its flow takes the caller's frames and gives the reply's; it neither waits for one direction
 * before it serves the other, nor paces itself: it may answer faster than anybody can listen, and
 * the engine holds it back by not asking for more. What cannot wait in line goes over {@link
 * Control}.
 *
 * <p>One backend serves many sessions at once and is safe for any thread; what {@link #open}
 * returns belongs to one session.
 */
public interface Backend {

  /** The name by which plans, reports and metrics call it. */
  String name();

  /** What works with this model. Fixed for its life. */
  Capabilities capabilities();

  /** How many sessions it can carry at once; admission refuses the one too many. */
  default int capacity() {
    return Integer.MAX_VALUE;
  }

  /**
   * Loads what the first session would have to wait for. May be left out, and done again. Blocks,
   * maybe for seconds.
   */
  default void prepare() {}

  /** How hard it thinks where nobody says otherwise. Fixed for its life. */
  default Effort effort() {
    return Effort.LOW;
  }

  /**
   * Agrees on audio: told the caller's format, says the reply's.
   *
   * @throws Refused if it cannot listen to such audio
   */
  AudioFormat negotiate(AudioFormat in);

  /**
   * The flow of one session. Every reply in it begins with {@code Started} and, unless it is
   * cancelled, finishes with {@code Ended}.
   */
  Flow<Inbound, Outbound, Control> open(SessionSpec spec);
}
