package dev.parley.speech.asr;

import dev.parley.engine.frame.Samples;
import java.util.List;

/**
 * Recognises one utterance after another. Blocks while it computes; one owner, one thread at a
 * time.
 *
 * <p>What one utterance leaves behind (means of the cepstra, say) must not change the next: the
 * same audio always gives the same words.
 */
public interface Decoder extends AutoCloseable {

  /** An utterance begins; one that was not finished is thrown away. */
  void begin();

  /** More of it: mono at the recogniser's rate, pieces of any length. */
  void feed(Samples audio);

  /** What it seems to be by now; may be empty, and may change. */
  Transcript partial();

  /**
   * The utterance is complete.
   *
   * @param most how many alternatives are wanted; 1 or more
   * @return the likeliest first, no two of the same words; at least one, which may be empty
   */
  List<Transcript> finish(int most);

  @Override
  void close();
}
