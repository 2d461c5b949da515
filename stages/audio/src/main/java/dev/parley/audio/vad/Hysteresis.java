package dev.parley.audio.vad;

/**
 * Whether somebody speaks, by a stream of probabilities. Pure; counts frames, knows no time.
 *
 * <p>The account is a leaky sum of log-odds, a relative of Page's CUSUM test ("Continuous
 * inspection schemes", Biometrika 1954).
 */
final class Hysteresis {

  /** What one frame can add or take at the most, so that none decides more than it can know. */
  private static final double MOST = 3;

  private static final double LEAST = -2;
  private static final double STEEPEST = 2;
  private static final double TINY = 1e-4;
  private static final double FRAME_MILLIS = 20;

  /** What a frame changed. */
  enum Change {
    NONE,
    STARTED,
    STOPPED
  }

  private VadSettings settings;
  private boolean speaking;
  private double account;
  private double lastOdds = LEAST;
  private int framesOver;
  private int framesSilent;

  Hysteresis(VadSettings settings) {
    this.settings = settings;
  }

  void tune(VadSettings other) {
    settings = other;
  }

  boolean speaking() {
    return speaking;
  }

  /** How many frames ago the last one was that kept speech alive; 0 for the newest. */
  int framesSilent() {
    return framesSilent;
  }

  Change accept(double probability) {
    return speaking ? whileSpeaking(probability) : whileSilent(probability);
  }

  void reset() {
    speaking = false;
    account = 0;
    lastOdds = LEAST;
    framesOver = 0;
    framesSilent = 0;
  }

  private Change whileSilent(double probability) {
    double p = Math.clamp(probability, TINY, 1 - TINY);
    double odds = Math.log(p / (1 - p)) + settings.bias();
    double rise = settings.rise() * Math.clamp(odds - lastOdds, 0, STEEPEST);
    lastOdds = odds;
    account = Math.max(0, settings.leak() * account + Math.clamp(odds + rise, LEAST, MOST));
    framesOver = account >= settings.evidence() ? framesOver + 1 : 0;
    if (framesOver == 0 || framesOver < frames(settings.minSpeech().toMillis())) {
      return Change.NONE;
    }
    reset();
    speaking = true;
    return Change.STARTED;
  }

  private Change whileSpeaking(double probability) {
    framesSilent = probability >= settings.release() ? 0 : framesSilent + 1;
    if (framesSilent < Math.max(1, frames(settings.minSilence().toMillis()))) {
      return Change.NONE;
    }
    speaking = false;
    return Change.STOPPED;
  }

  private static long frames(long millis) {
    return (long) Math.ceil(millis / FRAME_MILLIS);
  }
}
