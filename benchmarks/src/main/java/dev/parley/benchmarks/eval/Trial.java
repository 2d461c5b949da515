package dev.parley.benchmarks.eval;

/**
 * One short call to be made: a reply plays, and the caller may say something. A recipe; {@link
 * TrialAudio} makes sound of it.
 *
 * @param number counts the trials of a run from 0, and seeds the noise floor
 * @param type what should happen
 * @param caller what the caller is heard with
 * @param callerAt where on the call's time line that begins
 * @param level for a barge-in, the loudness of its speech in dBFS; otherwise a gain in dB
 * @param agent what the reply is; begun anew where it is too short
 * @param replyAt when the reply is asked for
 * @param replySeconds how long the reply is
 * @param onset when the caller begins to speak, if they do
 * @param seconds when the caller hangs up
 */
record Trial(
    int number,
    Type type,
    Part caller,
    double callerAt,
    double level,
    Part agent,
    double replyAt,
    double replySeconds,
    double onset,
    double seconds) {

  /** What should happen. */
  enum Type {
    /** The caller speaks into a reply: it is cut. */
    BARGE_IN,
    /** The same, out of a recorded call with two channels. */
    RECORDED,
    /** The caller makes some other sound, or none: the reply goes on. */
    NEGATIVE,
    /** The same with voices in the background, where a cut may be right or wrong. */
    BABBLE;

    boolean hasOnset() {
      return this == BARGE_IN || this == RECORDED;
    }
  }

  /**
   * A part of a recording.
   *
   * @param of the recording
   * @param channel its channel
   * @param when from where to where
   */
  record Part(Recording of, int channel, Region when) {}

  /** Names it in reports. */
  String name() {
    return "%s %+.0f dB".formatted(caller.of().id(), level);
  }
}
