package dev.parley.speech.asr;

/**
 * Makes decoders. Safe for any thread. Closing it frees what its decoders share; they are closed
 * before.
 */
public interface Recogniser extends AutoCloseable {

  /** The name by which plans and reports call it. */
  String name();

  /** Samples a second at which it listens. */
  int rate();

  /** How many decoders this machine can carry at once. */
  int capacity();

  /** Whether it can do such a task at all. */
  boolean can(Task task);

  /**
   * Opens a decoder: may block for a second the first time, for milliseconds later.
   *
   * @throws IllegalArgumentException in one sentence, if it cannot do that task
   * @throws RecogniserException in one sentence, if a model or library is broken
   */
  Decoder open(Task task, Beam beam);

  @Override
  void close();
}
