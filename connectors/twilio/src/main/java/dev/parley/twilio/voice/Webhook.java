package dev.parley.twilio.voice;

import java.util.Optional;

/**
 * A request to one of the webhooks, as it came.
 *
 * @param path its path, undecoded, without the query
 * @param query its query, undecoded, without the question mark
 * @param signature the header {@code X-Twilio-Signature}
 * @param body a form
 */
public record Webhook(
    String path, Optional<String> query, Optional<String> signature, String body) {

  /** What was signed of the address. */
  String target() {
    return path + query.map(text -> "?" + text).orElse("");
  }

  /** The path only: the rest may hold numbers. */
  @Override
  public String toString() {
    return "Webhook[" + path + "]";
  }
}
