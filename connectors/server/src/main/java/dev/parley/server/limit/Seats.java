package dev.parley.server.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Counts the sessions that run, and admits no more than may: neither of one account nor of the
 * node. Take a seat before the upgrade is answered. For any thread.
 */
public final class Seats {

  private final AdmissionLimits limits;
  private final Map<String, Integer> byAccount = new HashMap<>();
  private int taken;
  private boolean draining;
  private final CompletableFuture<Void> empty = new CompletableFuture<>();

  public Seats(AdmissionLimits limits) {
    this.limits = limits;
  }

  /**
   * A {@link Seat}, or the answer that there is none: 429 when the account has its share, 503 when
   * the node is full or draining.
   *
   * @param account who asks
   * @param most how many sessions that account may run at once
   */
  public synchronized Seating take(String account, int most) {
    if (draining) {
      return new Seating.Full(
          Refusal.unavailable(
              "server_draining",
              "This server is about to restart and takes no new sessions: try again.",
              limits.retryAfter()));
    }
    int mine = byAccount.getOrDefault(account, 0);
    if (mine >= most) {
      return new Seating.Full(
          Refusal.tooMany(
              "This key runs " + most + " sessions, which is its limit: end one, or try later.",
              limits.retryAfter()));
    }
    if (taken >= limits.perNode()) {
      return new Seating.Full(
          Refusal.unavailable(
              "server_is_overloaded",
              "This server runs as many sessions as it can: try again later.",
              limits.retryAfter()));
    }
    taken++;
    byAccount.put(account, mine + 1);
    return new Seat(this, account);
  }

  /** Whether the node has one for somebody. */
  public synchronized boolean isFree() {
    return !draining && taken < limits.perNode();
  }

  /**
   * From now on nobody is admitted; those who have a seat keep it.
   *
   * @return completed when the last of them has left, on their thread
   */
  public synchronized CompletionStage<Void> drain() {
    draining = true;
    tellIfEmpty();
    return empty;
  }

  private void tellIfEmpty() {
    if (draining && taken == 0) {
      empty.complete(null);
    }
  }

  public synchronized boolean draining() {
    return draining;
  }

  /** How many sessions run. */
  public synchronized int taken() {
    return taken;
  }

  /** How many sessions of this account run. */
  public synchronized int taken(String account) {
    return byAccount.getOrDefault(account, 0);
  }

  synchronized void left(String account) {
    taken--;
    byAccount.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
    tellIfEmpty();
  }
}
