package dev.parley.engine.dsp;

import dev.parley.engine.frame.AudioFormat;

/** A stage, door or model cannot work on the audio that it is offered. Thrown before any flows. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AudioFormat offered;

  /**
   * @param who the stage, by its name in the plan
   * @param offered what it was offered
   * @param remedy what to do about it, as a clause: "put a resampler to 16000 Hz before it"
   */
  public Refused(String who, AudioFormat offered, String remedy) {
    super(who + " cannot take " + offered + ": " + remedy);
    this.offered = offered;
  }

  /** The format that was refused. */
  public AudioFormat offered() {
    return offered;
  }
}
