package dev.parley.server.realtime;

import dev.parley.engine.frame.Position;

/**
 * From which place of the caller's audio on nobody has said anything.
 *
 * <p>That is what had been written when the last reply was over at the caller's ear. A client that
 * streams a recording is ahead of its own ear: of what it wrote since the reply was made, only as
 * much counts as heard beside it as the reply took to be played. One owner.
 */
final class IdleWait {

  private record Made(Position written, long nanos) {}

  private Made made = new Made(Position.start(AudioCodec.RATE), 0);
  private boolean plays;
  private long since;

  /**
   * A reply has left as a whole, and is still being played.
   *
   * @param written the caller's audio so far
   * @param nanos now, by a monotonic clock
   */
  void replyMade(Position written, long nanos) {
    made = new Made(written, nanos);
    plays = true;
  }

  /** Another reply is wanted: of the one before, nothing counts any more. */
  void replyAsked() {
    plays = false;
  }

  /** All has been played, or there was nothing to play: the wait begins. */
  void begin(Position written, long nanos) {
    since = written.sample();
    if (plays) {
      long played = Position.ofNanos(nanos - made.nanos, AudioCodec.RATE).sample();
      since = Math.min(since, made.written.sample() + played);
    }
    plays = false;
  }

  /** The first sample of the silence. */
  long since() {
    return since;
  }
}
