package dev.parley.server.auth;

/**
 * Who uses the server.
 *
 * @param account its name, safe for logs and labels
 * @param sessionsAtOnce how many sessions it may run at once
 */
public record Principal(String account, int sessionsAtOnce) {

  /** The account of everyone, where no key is needed. */
  public static final String LOOPBACK = "loopback";

  public Principal {
    if (!SafeId.isSafe(account)) {
      throw new IllegalArgumentException(
          "An account's name has 1 to 64 letters, digits, - and _ only.");
    }
    if (sessionsAtOnce < 1) {
      throw new IllegalArgumentException(
          "sessionsAtOnce must be at least 1, got " + sessionsAtOnce);
    }
  }
}
