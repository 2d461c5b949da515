package dev.parley.app.record;

import dev.parley.recorder.format.About;
import dev.parley.recorder.replay.Comparison;
import dev.parley.recorder.replay.Tally;

/**
 * What came of a replay.
 *
 * @param about the session, as it was recorded
 * @param tally what happened in it then
 * @param brokenOff the recording ends before its session did
 * @param comparison where the replay differs
 */
record ReplayResult(About about, Tally tally, boolean brokenOff, Comparison comparison) {

  boolean isSame() {
    return comparison.isSame();
  }
}
