package dev.parley.server.auth;

import java.util.Optional;

/**
 * A host name of the configuration: exact, or with {@code *.} every name below it, but not itself.
 */
record HostPattern(Authority authority, boolean below) {

  private static final String BELOW = "*.";

  /** Empty if it is not one. */
  static Optional<HostPattern> parse(String text) {
    boolean below = text.startsWith(BELOW);
    return Authority.parse(below ? text.substring(BELOW.length()) : text)
        .map(authority -> new HostPattern(authority, below));
  }

  /** Whether it means this host; ports are not looked at. */
  boolean names(String host) {
    return below ? host.endsWith("." + authority.host()) : host.equals(authority.host());
  }
}
