package dev.parley.sockets;

import org.jspecify.annotations.Nullable;

/**
 * A connection as its {@link BridgeStage} sees it. All on the connection's event loop, but for
 * {@link #isHere}.
 */
interface Wire<T> {

  /** Whether the caller is on the event loop. */
  boolean isHere();

  /**
   * @param poke to be run when there is something to take or room to write, after it was asked for;
   *     at most one is under way at any time
   * @return false if another stage is here already
   */
  boolean attach(Runnable poke);

  /** The stage answers a poke. */
  void poked();

  /** The next one; if there is none, pokes when there is. */
  @Nullable T poll();

  /** Everything that ever came was taken. */
  boolean isDone();

  /** Whether there is room to write; if not, pokes when there is. */
  boolean hasRoom();

  /** Nothing more can be written. */
  boolean isDeaf();

  void write(T next);

  /** The application has said all. */
  void finish();

  /** The application failed. */
  void fail(Throwable fault);

  /** The application does not want to hear more. */
  void cancel(Throwable cause);

  /** The stage is gone, for whatever reason. */
  void detach();
}
