package dev.parley.server;

import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.Upgrades;
import java.util.concurrent.CompletableFuture;
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

  /**
   * Pages at home, without sockets or sessions of their own.
   *
   * @param routes reject what they do not know
   */
  static Annex page(Route routes) {
    return new Annex() {
      @Override
      public Upgrades upgrades() {
        return request -> CompletableFuture.completedStage(UpgradeAnswer.notMine());
      }

      @Override
      public Route routes() {
        return routes;
      }

      @Override
      public boolean isAtHome() {
        return true;
      }

      @Override
      public void drain() {} // it holds nobody

      @Override
      public void expelAll() {}
    };
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
