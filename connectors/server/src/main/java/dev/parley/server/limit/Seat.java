package dev.parley.server.limit;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to run one session. Its owner closes it when the session has ended, or has not come
 * about; closing again does nothing. For any thread.
 */
public final class Seat implements Seating, AutoCloseable {

  private final Seats seats;
  private final String account;
  private final AtomicBoolean left = new AtomicBoolean();

  Seat(Seats seats, String account) {
    this.seats = seats;
    this.account = account;
  }

  /** Whose it is. */
  public String account() {
    return account;
  }

  @Override
  public void close() {
    if (left.compareAndSet(false, true)) {
      seats.left(account);
    }
  }

  @Override
  public String toString() {
    return "Seat[" + account + (left.get() ? ", left]" : "]");
  }
}
