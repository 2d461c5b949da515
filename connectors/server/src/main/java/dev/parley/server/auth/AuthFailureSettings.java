package dev.parley.server.auth;

import java.time.Duration;

/**
 * How often one address may present a wrong key.
 *
 * @param most failures in the window
 * @param window within which they count
 * @param addresses remembered at most; the one that failed longest ago is forgotten first
 */
public record AuthFailureSettings(int most, Duration window, int addresses) {

  public AuthFailureSettings {
    if (most < 1 || most > 1_000) {
      throw new IllegalArgumentException("most must be 1 to 1000, got " + most);
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be longer than nothing, got " + window);
    }
    if (addresses < 1) {
      throw new IllegalArgumentException("addresses must be at least 1, got " + addresses);
    }
  }

  /** 10 a minute, 10,000 addresses. */
  public static AuthFailureSettings defaults() {
    return new AuthFailureSettings(10, Duration.ofMinutes(1), 10_000);
  }

  public AuthFailureSettings withMost(int count) {
    return new AuthFailureSettings(count, window, addresses);
  }

  public AuthFailureSettings withWindow(Duration span) {
    return new AuthFailureSettings(most, span, addresses);
  }

  public AuthFailureSettings withAddresses(int count) {
    return new AuthFailureSettings(most, window, count);
  }
}
