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
 * @param transcribes it gives the caller's words in writing, where a brief asks for them
 */
public record Capabilities(
    Turns turns,
    boolean cancel,
    boolean truncate,
    Say say,
    boolean parallelReplies,
    boolean tools,
    boolean transcribes) {

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

  /** Of a model that does not transcribe. */
  public Capabilities(
      Turns turns,
      boolean cancel,
      boolean truncate,
      Say say,
      boolean parallelReplies,
      boolean tools) {
    this(turns, cancel, truncate, say, parallelReplies, tools, /* transcribes= */ false);
  }

  /** A model that answers in every way, does not transcribe, and leaves the turns to us. */
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
    return new Capabilities(other, cancel, truncate, say, parallelReplies, tools, transcribes);
  }

  public Capabilities withCancel(boolean other) {
    return new Capabilities(turns, other, truncate, say, parallelReplies, tools, transcribes);
  }

  public Capabilities withTruncate(boolean other) {
    return new Capabilities(turns, cancel, other, say, parallelReplies, tools, transcribes);
  }

  public Capabilities withSay(Say other) {
    return new Capabilities(turns, cancel, truncate, other, parallelReplies, tools, transcribes);
  }

  public Capabilities withParallelReplies(boolean other) {
    return new Capabilities(turns, cancel, truncate, say, other, tools, transcribes);
  }

  public Capabilities withTools(boolean other) {
    return new Capabilities(turns, cancel, truncate, say, parallelReplies, other, transcribes);
  }

  public Capabilities withTranscribes(boolean other) {
    return new Capabilities(turns, cancel, truncate, say, parallelReplies, tools, other);
  }
}
