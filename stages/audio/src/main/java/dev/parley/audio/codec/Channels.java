package dev.parley.audio.codec;

import dev.parley.engine.frame.AudioFormat;

/** Which of several interleaved channels become the one that the house works on. */
public sealed interface Channels {

  /**
   * One channel, the others are thrown away.
   *
   * @param index from 0
   */
  record Only(int index) implements Channels {
    public Only {
      if (index < 0) {
        throw new IllegalArgumentException("channels count from 0, got " + index);
      }
    }
  }

  /** The mean of all channels, which cannot clip. */
  record Mixdown() implements Channels {}

  static Channels only(int index) {
    return new Only(index);
  }

  static Channels mixdown() {
    return new Mixdown();
  }

  /** Refuses a channel that the format does not have. */
  default void check(AudioFormat format) {
    if (this instanceof Only only && only.index >= format.channels()) {
      throw new IllegalArgumentException("no channel " + only.index + " in " + format);
    }
  }
}
