package dev.parley.engine.playout;

/** How a door learns what was heard. */
public enum Ear {
  /** What left the playout was heard: it runs by the clock of the ear. */
  COUNTED,
  /** The far end sends marks back when it has played what lay before them. */
  ACKED,
  /** The client says where it stopped; as long as it does not, all was heard. */
  TOLD
}
