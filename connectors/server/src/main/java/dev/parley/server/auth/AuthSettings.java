package dev.parley.server.auth;

import java.util.List;

/**
 * Who may come in.
 *
 * @param accounts with their keys; none is enough on loopback
 * @param origins web pages that may talk to the server, see {@link Origins}
 * @param hosts names that it answers to, see {@link Hosts}
 * @param secrets how many client secrets are remembered
 * @param failures how often an address may present a wrong key
 */
public record AuthSettings(
    List<Account> accounts,
    List<String> origins,
    List<String> hosts,
    ClientSecretSettings secrets,
    AuthFailureSettings failures) {

  public AuthSettings {
    accounts = List.copyOf(accounts);
    origins = List.copyOf(origins);
    hosts = List.copyOf(hosts);
  }

  /** No account, no origin, no host. */
  public static AuthSettings defaults() {
    return new AuthSettings(
        List.of(),
        List.of(),
        List.of(),
        ClientSecretSettings.defaults(),
        AuthFailureSettings.defaults());
  }

  public AuthSettings withAccounts(List<Account> list) {
    return new AuthSettings(list, origins, hosts, secrets, failures);
  }

  public AuthSettings withOrigins(List<String> list) {
    return new AuthSettings(accounts, list, hosts, secrets, failures);
  }

  public AuthSettings withHosts(List<String> list) {
    return new AuthSettings(accounts, origins, list, secrets, failures);
  }

  public AuthSettings withSecrets(ClientSecretSettings settings) {
    return new AuthSettings(accounts, origins, hosts, settings, failures);
  }

  public AuthSettings withFailures(AuthFailureSettings settings) {
    return new AuthSettings(accounts, origins, hosts, secrets, settings);
  }
}
