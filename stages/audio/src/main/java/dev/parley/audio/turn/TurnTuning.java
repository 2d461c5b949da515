package dev.parley.audio.turn;

/** How a turn detector works: by settings, or not at all. */
public sealed interface TurnTuning permits TurnSettings, TurnTuning.Off {

  /** Ends no turn. */
  static TurnTuning off() {
    return Off.OFF;
  }

  /** The one way to be off. */
  enum Off implements TurnTuning {
    OFF
  }
}
