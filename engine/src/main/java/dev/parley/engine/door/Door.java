package dev.parley.engine.door;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Where a caller comes in: decodes what they say, encodes what they hear.
 *
 * <p>A door object stands for one far end and is opened once.
 */
public interface Door {

  /** The name by which plans, reports and errors call it. */
  String name();

  /** The audio of the frames that it emits, after decoding: usually {@link AudioFormat#inner}. */
  AudioFormat captures();

  /** The audio that it wants to be given. */
  default AudioFormat plays() {
    return captures();
  }

  /** How it wants replies handed over. */
  PlayoutSettings playout();

  /** How much of the caller's audio may wait for the pipeline. */
  default Duration inputBound() {
    return Duration.ofSeconds(30);
  }

  /** What happens when more than that waits. */
  Overflow overflow();

  /** Whether it wants {@link Cue.Notice}s: what the conversation decides, in its place. */
  default boolean wantsNotices() {
    return false;
  }

  /**
   * The Pekko dispatcher that its call shall run on, if it brings a thread of its own: then the
   * whole call, its session included, runs on that thread and nothing is handed over to another.
   */
  default Optional<String> dispatcher() {
    return Optional.empty();
  }

  /**
   * The far end as a flow: takes what the caller shall hear, gives what the caller says. It must
   * ask for what it plays without waiting for what it captures, and the other way round. It
   * completes when the caller has hung up, and hangs up when its input completes or fails.
   */
  Flow<Outbound, Inbound, NotUsed> open(DoorLink link);
}
