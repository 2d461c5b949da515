package dev.parley.twilio.signature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The auth token of a Twilio account, by which its requests are signed.
 *
 * @param current the primary token
 * @param previous the one before, while tokens are being changed
 */
public record AuthTokens(String current, Optional<String> previous) {

  public AuthTokens {
    requireToken(current);
    previous.ifPresent(AuthTokens::requireToken);
  }

  public static AuthTokens of(String current) {
    return new AuthTokens(current, Optional.empty());
  }

  public AuthTokens withPrevious(String token) {
    return new AuthTokens(current, Optional.of(token));
  }

  List<String> all() {
    return Stream.concat(Stream.of(current), previous.stream()).toList();
  }

  private static void requireToken(String token) {
    if (token.isBlank()) {
      throw new IllegalArgumentException(
          "the Twilio auth token must not be empty: copy it from the Twilio console");
    }
  }

  /** Tells nothing of the tokens. */
  @Override
  public String toString() {
    return "AuthTokens[" + (previous.isPresent() ? "2 tokens" : "1 token") + "]";
  }
}
