package dev.parley.schema.spoken.slot;

/**
 * A value in an utterance.
 *
 * @param from its first word
 * @param to behind its last word
 * @param json as JSON
 * @param said as a voice reads it back
 * @param fit 1 if the words say just this, less the more was guessed
 * @param narrow how much the slot asks of a value, 0 to 1: the narrower of two is meant
 * @param isCode spelled character by character
 */
public record Found(
    int from, int to, String json, String said, double fit, double narrow, boolean isCode) {

  /** How many words it takes. */
  public int length() {
    return to - from;
  }

  /** Keeps what was said out of logs. */
  @Override
  public String toString() {
    return "Found[%d to %d, %.2f]".formatted(from, to, fit);
  }
}
