package dev.parley.benchmarks.eval;

/** Is told how far an evaluation has come. Called by several threads, one at a time. */
@FunctionalInterface
public interface EvalProgress {

  /** Tells nobody. */
  EvalProgress SILENT = (part, done, of) -> {};

  /**
   * Something has been done.
   *
   * @param part what is being evaluated
   * @param done how many of its recordings or trials are behind
   * @param of how many there are
   */
  void reached(EvalPart part, int done, int of);
}
