package dev.parley.audio.turn;

/** How soon silence is taken for the end of a turn. */
public enum Eagerness {
  /** Lets the caller think: waits long. */
  LOW,
  MEDIUM,
  /** Answers fast, and now and then too early. */
  HIGH
}
