package dev.parley.server;

import dev.parley.sockets.Upgrades;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * What a server does on its port beside the Realtime protocol: a page for people, telephone calls.
 * Is asked on event loops, so it must not block; safe for any thread.
 */
public interface Annex {

  /** Makes one, when the server starts. */
  @FunctionalInterface
  interface Builder {
    Annex open(Premises premises);
  }

  /** Requests for WebSockets at addresses of its own; says {@code notMine} to all others. */
  Upgrades upgrades();

  /** Requests at addresses of its own; rejects all others. */
  Route routes();

  /**
   * Whether its requests must name this server and come from no foreign page, as the server's own
   * must. An annex that is reached under another name checks by itself who asks.
   */
  boolean isAtHome();

  /** The server takes no new sessions from now on. Those that run hold seats, and may go on. */
  void drain();

  /** The drain time is over: ends what still runs. */
  void expelAll();
}
