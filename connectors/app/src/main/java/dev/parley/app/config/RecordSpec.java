package dev.parley.app.config;

import dev.parley.recorder.RecorderSettings;

/**
 * What is recorded, and where it is kept.
 *
 * @param settings where, how much and how long
 * @param who whose sessions
 */
public record RecordSpec(RecorderSettings settings, Who who) {

  /** Whose sessions are recorded. */
  public enum Who {
    /** Everybody's: the operator says that every caller was told and agrees. */
    ALL,
    /** Theirs whose client says that they were told and agree. */
    ASKED
  }
}
