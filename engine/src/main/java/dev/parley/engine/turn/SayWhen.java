package dev.parley.engine.turn;

/** When the system says something of its own accord. */
public enum SayWhen {
  /** When nobody speaks: the reply has been played and the caller is quiet. */
  NEXT_PAUSE,
  /** Right behind what is being said. */
  QUEUE,
  /** Now, in place of what is being said. */
  CUT
}
