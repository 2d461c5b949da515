package dev.parley.benchmarks.serve;

import io.netty.buffer.ByteBuf;

/**
 * How one session of the driver behaves: what it sends every 20 ms, and what it makes of what
 * comes. All calls come from the driver's one thread. Times are {@link System#nanoTime}.
 */
interface Caller {

  /** The socket is open. Nothing else is called before {@link Line#ready} has been. */
  void open(Line line);

  /**
   * The next 20 ms are due.
   *
   * @param frame counted from 0
   */
  void frame(long frame, long due);

  /** A text came; the bytes belong to the socket. */
  void heard(ByteBuf utf8, long now);

  /** From now on times are measured; forget those from before. */
  void measure();

  /** A caller's way to its server. */
  interface Line {

    /** Sends a whole frame; takes the buffer. */
    void send(ByteBuf frame);

    /** Sends a copy of a whole frame. */
    void send(byte[] frame);

    /** Memory for frames. */
    io.netty.buffer.ByteBufAllocator memory();

    /** The greetings are over. */
    void ready();
  }
}
