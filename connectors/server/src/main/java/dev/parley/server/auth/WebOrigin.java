package dev.parley.server.auth;

import java.util.Locale;
import java.util.Optional;

/**
 * The origin of a web page (RFC 6454): scheme, host and port. The port is left out where the scheme
 * says it.
 */
record WebOrigin(String scheme, Authority authority) {

  private static final int LONGEST_SCHEME = 32;

  /** Empty if it is not one; {@code null} is not. */
  static Optional<WebOrigin> parse(String text) {
    int end = text.indexOf("://");
    if (end < 1 || end > LONGEST_SCHEME) {
      return Optional.empty();
    }
    String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
    if (!scheme.chars().allMatch(WebOrigin::schemeChar)) {
      return Optional.empty();
    }
    return Authority.parse(text.substring(end + 3))
        .map(authority -> new WebOrigin(scheme, usual(scheme, authority)));
  }

  /** Whether a request with that {@code Host} goes to where the page came from. */
  boolean sameHost(Authority host) {
    return authority.equals(usual(scheme, host));
  }

  private static Authority usual(String scheme, Authority authority) {
    return switch (scheme) {
      case "http" -> authority.without(80);
      case "https" -> authority.without(443);
      default -> authority;
    };
  }

  private static boolean schemeChar(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  }
}
