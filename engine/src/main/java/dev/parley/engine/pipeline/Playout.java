package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.playout.PlayoutSettings;

/**
 * The last room before the door: queue, gate and clock of the reply.
 *
 * @param settings how replies are handed over
 */
public record Playout(PlayoutSettings settings) {

  /** As this door wants it. */
  public static Playout forDoor(Door door) {
    return new Playout(door.playout());
  }

  public static Playout with(PlayoutSettings settings) {
    return new Playout(settings);
  }
}
