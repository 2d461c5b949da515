package dev.parley.benchmarks.serve;

/**
 * What a {@link TalkCaller} does besides sending audio.
 *
 * @param update the session update that it begins with, as a frame
 * @param clearEvery throws away what was sent after so many frames; 0 for never
 * @param askEvery commits and asks for a reply after so many frames; 0 for never
 */
@SuppressWarnings("ArrayRecordComponent") // a frame, made once and never changed
record TalkPlan(byte[] update, int clearEvery, int askEvery) {

  private static final int FIVE_SECONDS = 250;

  /** The client takes the turns and takes none; what it said it throws away every 5 s. */
  static TalkPlan noTurns() {
    return new TalkPlan(Ask.NO_TURNS, FIVE_SECONDS, /* askEvery= */ 0);
  }

  /** The server listens for turns, in a quiet room. */
  static TalkPlan watchedTurns() {
    return new TalkPlan(Ask.WATCHED_TURNS, /* clearEvery= */ 0, /* askEvery= */ 0);
  }

  /** The client asks for a reply every so many frames. */
  static TalkPlan asking(int frames) {
    return new TalkPlan(Ask.NO_TURNS, /* clearEvery= */ 0, frames);
  }

  @Override
  public String toString() {
    return "TalkPlan[clear every %d, ask every %d frames]".formatted(clearEvery, askEvery);
  }
}
