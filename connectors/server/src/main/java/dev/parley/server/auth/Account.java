package dev.parley.server.auth;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * One account of the configuration: a name and one or two keys, two so that a key can be replaced
 * while both work.
 *
 * @param name 1 to 64 letters, digits, {@code -} and {@code _}; safe for logs and labels
 * @param keys hashes of the keys that work
 * @param sessionsAtOnce how many sessions it may run at once, if not as many as everyone
 * @param development whether its keys are for development: they may be short, and the server then
 *     listens on loopback only
 */
public record Account(
    String name, List<SecretHash> keys, OptionalInt sessionsAtOnce, boolean development) {

  private static final int SHORTEST = 16;
  private static final int LONGEST = Credentials.LONGEST;

  public Account {
    if (!SafeId.isSafe(name)) {
      throw new IllegalArgumentException(
          "An account's name has 1 to 64 letters, digits, - and _ only.");
    }
    if (name.equals(Principal.LOOPBACK)) {
      throw new IllegalArgumentException(
          "The name loopback is the server's own: give the account another one.");
    }
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > 2) {
      throw new IllegalArgumentException(
          "Account "
              + name
              + " must have one key, or two while one replaces the other; it has "
              + keys.size()
              + ".");
    }
    if (new HashSet<>(keys).size() < keys.size()) {
      throw new IllegalArgumentException("Account " + name + " has the same key twice.");
    }
    if (sessionsAtOnce.isPresent() && sessionsAtOnce.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "sessionsAtOnce of account "
              + name
              + " must be at least 1, got "
              + sessionsAtOnce.getAsInt()
              + ".");
    }
  }

  /**
   * An account whose keys stand in the configuration, each as a hash ({@code sha256:} and 64 hex
   * digits) or in plain, which is hashed at once.
   *
   * @throws IllegalArgumentException with a sentence that does not repeat the key
   */
  public static Account of(String name, List<String> keys) {
    return new Account(
        name,
        keys.stream().map(key -> hash(name, key, SHORTEST)).toList(),
        OptionalInt.empty(),
        false);
  }

  /** As {@link #of}, but a key may be as short as {@code test-key}. */
  public static Account development(String name, List<String> keys) {
    return new Account(
        name, keys.stream().map(key -> hash(name, key, 1)).toList(), OptionalInt.empty(), true);
  }

  public Account withSessionsAtOnce(int count) {
    return new Account(name, keys, OptionalInt.of(count), development);
  }

  private static SecretHash hash(String account, String key, int shortest) {
    String whose = SafeId.of(account);
    if (key.startsWith(SecretHash.PREFIX)) {
      return SecretHash.parse(key);
    }
    if (key.length() < shortest) {
      throw new IllegalArgumentException(
          "A key of account "
              + whose
              + " has fewer than "
              + shortest
              + " characters: make a longer one, or mark the account as one for development.");
    }
    if (key.length() > LONGEST || !Credentials.sendable(key)) {
      throw new IllegalArgumentException(
          "A key of account "
              + whose
              + " cannot be sent in a header: use up to "
              + LONGEST
              + " letters, digits and signs of ASCII, no spaces, no commas.");
    }
    if (key.startsWith(ClientSecrets.PREFIX)) {
      throw new IllegalArgumentException(
          "A key of account "
              + whose
              + " begins with ek_, which is for client secrets: choose"
              + " another one.");
    }
    if (key.startsWith(ApiKey.PREFIX) && !Tokens.intact(ApiKey.PREFIX, key)) {
      throw new IllegalArgumentException(
          "A key of account " + whose + " is not whole: it was cut or mistyped.");
    }
    return SecretHash.of(key);
  }
}
