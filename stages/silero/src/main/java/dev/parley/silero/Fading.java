package dev.parley.silero;

/**
 * When the network for the telephone should forget. What it remembers of somebody's speech makes it
 * deaf for the speech that follows a pause, by half a second and more; so while it has heard
 * nothing for a while, its memory fades from frame to frame. Pure; counts frames.
 */
final class Fading {

  /** A frame with less than this is quiet. */
  private static final double QUIET = 0.1;

  private static final int FIRST = 25; // half a second: no pause within a sentence
  private static final float KEPT = 0.9f;

  private int quiet;

  /** Takes the probability of the next frame, and gives the factor for the memory behind it. */
  float factor(double probability) {
    quiet = probability < QUIET ? Math.min(quiet + 1, FIRST) : 0;
    return quiet == FIRST ? KEPT : 1;
  }

  void reset() {
    quiet = 0;
  }
}
