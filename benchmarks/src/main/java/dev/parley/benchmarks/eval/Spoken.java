package dev.parley.benchmarks.eval;

import dev.parley.engine.frame.Samples;

/**
 * A recording with the text that is said in it.
 *
 * @param audio at the recogniser's rate
 * @param rate samples a second
 */
record Spoken(Recording recording, Samples audio, int rate) {

  double seconds() {
    return (double) audio.count() / rate;
  }

  String text() {
    return recording.transcript();
  }
}
