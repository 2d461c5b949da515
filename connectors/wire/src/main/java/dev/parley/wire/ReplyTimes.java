package dev.parley.wire;

/**
 * Where the time went between a caller's last word and the first audio of the answer, by the
 * server's own reckoning. The spans follow one another and add up to the whole wait; all are
 * milliseconds.
 *
 * @param speechEnd where in the caller's audio their speech ended; a commit by hand ends it
 * @param detect until silence was noticed
 * @param decide until the turn was held to be finished
 * @param model until the model's first audio
 * @param tools how much of {@code model} was spent on tools
 * @param playout until the first audio went to the client
 */
public record ReplyTimes(
    long speechEnd, long detect, long decide, long model, long tools, long playout) {

  public ReplyTimes {
    if (Math.min(Math.min(detect, decide), Math.min(model, playout)) < 0) {
      throw new IllegalArgumentException("no span of a reply's times may be below 0");
    }
    if (tools < 0 || tools > model) {
      throw new IllegalArgumentException("tools take from 0 ms to what the model takes");
    }
  }
}
