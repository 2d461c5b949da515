package dev.parley.server.auth;

/**
 * How many client secrets are remembered, so that nobody can fill the memory by minting.
 *
 * @param total of all accounts together
 * @param perAccount of one account
 * @param sessionChars the longest session configuration, in chars of JSON
 */
public record ClientSecretSettings(Share total, Share perAccount, int sessionChars) {

  public ClientSecretSettings {
    if (sessionChars < 1) {
      throw new IllegalArgumentException("sessionChars must be at least 1, got " + sessionChars);
    }
    if (sessionChars > perAccount.chars() || sessionChars > total.chars()) {
      throw new IllegalArgumentException(
          "sessionChars must fit into both shares, got " + sessionChars);
    }
  }

  /** 100,000 and 64 Mi chars; 10,000 and 16 Mi chars an account; 1 Mi chars a session. */
  public static ClientSecretSettings defaults() {
    return new ClientSecretSettings(
        new Share(100_000, 64L << 20), new Share(10_000, 16L << 20), 1 << 20);
  }

  public ClientSecretSettings withTotal(Share share) {
    return new ClientSecretSettings(share, perAccount, sessionChars);
  }

  public ClientSecretSettings withPerAccount(Share share) {
    return new ClientSecretSettings(total, share, sessionChars);
  }

  public ClientSecretSettings withSessionChars(int chars) {
    return new ClientSecretSettings(total, perAccount, chars);
  }
}
