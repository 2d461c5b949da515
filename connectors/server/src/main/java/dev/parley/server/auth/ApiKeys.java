package dev.parley.server.auth;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API keys that work. Immutable; for any thread.
 *
 * <p>A check hashes what is presented and compares it with every key there is, without stopping at
 * the one that fits, so that its time says nothing about the keys.
 */
public final class ApiKeys {

  private record Entry(SecretHash hash, Principal principal) {}

  private final List<Entry> entries;
  private final boolean development;

  /**
   * @param accounts from the configuration; none is allowed, see {@link #refusal}
   * @param sessionsAtOnce of an account that does not say it itself
   * @throws IllegalArgumentException if two accounts share a name or a key
   */
  public ApiKeys(List<Account> accounts, int sessionsAtOnce) {
    List<Entry> list = new ArrayList<>();
    Map<SecretHash, String> owners = new HashMap<>();
    for (Account account : accounts) {
      if (owners.containsValue(account.name())) {
        throw new IllegalArgumentException(
            "Account " + account.name() + " is there twice: put its keys into one.");
      }
      Principal principal =
          new Principal(account.name(), account.sessionsAtOnce().orElse(sessionsAtOnce));
      for (SecretHash key : account.keys()) {
        String other = owners.put(key, account.name());
        if (other != null) {
          throw new IllegalArgumentException(
              "Accounts "
                  + other
                  + " and "
                  + account.name()
                  + " have the same key: give each its own.");
        }
        list.add(new Entry(key, principal));
      }
    }
    entries = List.copyOf(list);
    development = accounts.stream().anyMatch(Account::development);
  }

  /** Whose key it is. */
  public Optional<Principal> find(Secret presented) {
    SecretHash hash = presented.hash();
    int found = -1;
    for (int i = 0; i < entries.size(); i++) {
      found = entries.get(i).hash().equals(hash) ? i : found;
    }
    return found < 0 ? Optional.empty() : Optional.of(entries.get(found).principal());
  }

  /** Whether there is none, so that everyone on this machine may come in. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Why a server with these keys must not listen on that address: one sentence for the person who
   * starts it; empty if it may.
   */
  public Optional<String> refusal(InetAddress bind) {
    if (bind.isLoopbackAddress()) {
      return Optional.empty();
    }
    String where = "The server would listen on " + bind.getHostAddress();
    if (isEmpty()) {
      return Optional.of(
          where
              + " without any API key, open to everyone who can reach it: list a key in the"
              + " configuration, or listen on 127.0.0.1.");
    }
    if (development) {
      return Optional.of(
          where
              + " with a key that is for development only: replace it by one of 16 characters or"
              + " more, or listen on 127.0.0.1.");
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "ApiKeys[" + entries.size() + " keys]";
  }
}
