package dev.parley.server;

import dev.parley.server.limit.Seat;
import dev.parley.server.limit.Seats;
import java.util.Optional;

/** What a server shares with its annexes: the seats of the node. Safe for any thread. */
public final class Premises {

  private final Seats seats;

  Premises(Seats seats) {
    this.seats = seats;
  }

  /** Whether the node has room for one more session. */
  public boolean hasSeat() {
    return seats.isFree();
  }

  /**
   * Takes a seat; a server that drains waits until it is given back.
   *
   * @param account in whose name
   * @param most how many that account may have at once
   * @return empty if there is none; close it when the session has ended
   */
  public Optional<Seat> seat(String account, int most) {
    return seats.take(account, most) instanceof Seat seat ? Optional.of(seat) : Optional.empty();
  }
}
