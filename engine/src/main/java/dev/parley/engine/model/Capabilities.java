package dev.parley.engine.model;

/**
 * What works with a model.
 *
 * @param turns who can decide when the caller has finished
 * @param cancel a reply can be stopped while it is being made
 * @param truncate its memory can be cut to what was heard
 * @param say how it speaks a given text
 * @param parallelReplies it can make replies of the SIDE lane beside the main one
 * @param tools it calls tools
 */
public record Capabilities(
    Turns turns,
    boolean cancel,
    boolean truncate,
    Say say,
    boolean parallelReplies,
    boolean tools) {

  /** Who can decide when the caller has finished. */
  public enum Turns {
    /** Only the engine or the client: the model answers when it is told to. */
    OURS,
    /** The model itself, if it is allowed to. */
    THEIRS,
    /** Nobody: it speaks on and on, as a translator does. */
    NONE
  }

  /** How a model speaks a given text. */
  public enum Say {
    VERBATIM,
    PARAPHRASED,
    NO
  }

  /** A model that does all that the engine can ask for, and leaves the turns to us. */
  public static Capabilities full() {
    return new Capabilities(
        Turns.OURS,
        /* cancel= */ true,
        /* truncate= */ true,
        Say.VERBATIM,
        /* parallelReplies= */ true,
        /* tools= */ true);
  }

  public Capabilities withTurns(Turns other) {
    return new Capabilities(other, cancel, truncate, say, parallelReplies, tools);
  }

  public Capabilities withCancel(boolean other) {
    return new Capabilities(turns, other, truncate, say, parallelReplies, tools);
  }

  public Capabilities withTruncate(boolean other) {
    return new Capabilities(turns, cancel, other, say, parallelReplies, tools);
  }

  public Capabilities withSay(Say other) {
    return new Capabilities(turns, cancel, truncate, other, parallelReplies, tools);
  }

  public Capabilities withParallelReplies(boolean other) {
    return new Capabilities(turns, cancel, truncate, say, other, tools);
  }

  public Capabilities withTools(boolean other) {
    return new Capabilities(turns, cancel, truncate, say, parallelReplies, other);
  }
}
