package dev.parley.engine.stage;

/** A kernel over frames that is made of one over samples. */
interface Lifted {

  /** The kernel inside, whose settings are the stage's. */
  Object core();
}
