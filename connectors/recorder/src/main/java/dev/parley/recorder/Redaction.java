package dev.parley.recorder;

/**
 * Takes out of every text what must not be kept, before it is written: transcripts, tools'
 * arguments and results, instructions, typed text. Audio is not touched.
 *
 * <p>A text that comes in pieces is shown as a whole, so that nothing hides where two meet. Called
 * by one thread at a time for each session, but for several sessions at once. What it throws ends
 * the recording, never the call: nothing is written unseen.
 */
@FunctionalInterface
public interface Redaction {

  /** The text as it may be kept. */
  String redact(String text);
}
