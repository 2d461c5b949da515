package dev.parley.server.limit;

/** What {@link Seats#take} says. */
public sealed interface Seating permits Seat, Seating.Full {

  /** No seat; nothing was taken. */
  record Full(Refusal refusal) implements Seating {}
}
