package dev.parley.twilio.door;

import java.util.Optional;

/**
 * Why a stream ends, and what follows.
 *
 * @param why who or what ended it
 * @param number whom the call is put through to, if it is
 * @param say what is said before, in the agent's voice
 */
public record Departure(Why why, Optional<String> number, Optional<String> say) {

  /** Who or what ended a stream. */
  public enum Why {
    /** The caller hung up. */
    CALLER,
    /** The agent did, by a tool. */
    AGENT,
    /** The agent put the call through to a person, by a tool. */
    TRANSFER,
    /** The application did. */
    APPLICATION,
    /** Nobody said anything for too long. */
    SILENCE,
    /** The call was as long as it may be. */
    MAXIMUM,
    /** The server stops. */
    STOPPING,
    /** The call or its model broke, or Twilio did not keep to its own protocol. */
    FAULT,
    /** The connection was gone, and nobody said why. */
    LOST
  }

  public static Departure because(Why why) {
    return new Departure(why, Optional.empty(), Optional.empty());
  }

  /** The agent puts the call through. */
  public static Departure to(String number) {
    return new Departure(Why.TRANSFER, Optional.of(number), Optional.empty());
  }

  Departure saying(Optional<String> text) {
    return new Departure(why, number, text);
  }

  /** Keeps number and words out of logs. */
  @Override
  public String toString() {
    return "Departure[" + why + "]";
  }
}
