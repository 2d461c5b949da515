package dev.parley.files;

/**
 * The two ends of a sound card, as far as a call needs them. Bytes are 16-bit little-endian mono.
 */
interface AudioDevice {

  /** Opens and starts the microphone. */
  Microphone microphone(int rate);

  /** Opens and starts the loudspeaker. */
  Loudspeaker loudspeaker(int rate);

  /** Says now, rather than in the middle of a call, whether both ends exist. */
  void check(int rate);

  /** Captures. {@code close} may be called by any thread and wakes a reader. */
  interface Microphone extends AutoCloseable {

    /**
     * Fills the array; blocks until it is full. Less than full means that the device was closed.
     */
    int read(byte[] into);

    @Override
    void close();
  }

  /** Plays. {@code clear} and {@code close} may be called by any thread and wake a writer. */
  interface Loudspeaker extends AutoCloseable {

    /** Plays it all; blocks while the device's own small buffer is full. */
    void write(byte[] audio);

    /** Whether nothing is left to play. */
    boolean isDry();

    /** Throws away what was written and not played yet. */
    void clear();

    @Override
    void close();
  }
}
