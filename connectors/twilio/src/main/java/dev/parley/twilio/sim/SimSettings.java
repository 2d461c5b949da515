package dev.parley.twilio.sim;

import dev.parley.twilio.signature.PublicBase;

/**
 * Whom the far end calls, and as whom.
 *
 * @param base what the server takes for its public address; signed, but not dialled
 * @param token the auth token that it checks signatures by
 * @param agent which of its agents is called; empty for the only one
 * @param from the caller's number
 * @param to the number that is called
 * @param seed makes ids; the same ids for the same seed
 */
public record SimSettings(
    PublicBase base, String token, String agent, String from, String to, long seed) {

  public SimSettings {
    if (!agent.matches("[A-Za-z0-9_.-]{0,64}")) {
      throw new IllegalArgumentException(
          "an agent's name must be up to 64 letters, digits, dots, _ or -");
    }
  }

  /** Calls the only agent, from one made-up number to another. */
  public static SimSettings of(PublicBase base, String token) {
    return new SimSettings(base, token, "", "+15005550006", "+15005550001", /* seed= */ 1);
  }

  public SimSettings withAgent(String name) {
    return new SimSettings(base, token, name, from, to, seed);
  }

  public SimSettings withSeed(long other) {
    return new SimSettings(base, token, agent, from, to, other);
  }

  /** Keeps token and numbers out of logs. */
  @Override
  public String toString() {
    return "SimSettings[" + base.host() + "]";
  }
}
