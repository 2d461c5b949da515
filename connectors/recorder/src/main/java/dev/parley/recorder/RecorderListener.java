package dev.parley.recorder;

import java.nio.file.Path;

/** Is told what becomes of recordings. Safe for any thread, quick, and never throws. */
public interface RecorderListener {

  /**
   * A recording ended before its session did; the session goes on.
   *
   * @param callId which call's
   * @param why one sentence, free of what was said
   */
  default void failed(String callId, String why) {}

  /** A recording is complete. */
  default void kept(String callId, Path file) {}

  static RecorderListener none() {
    return new RecorderListener() {};
  }
}
