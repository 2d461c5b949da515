package dev.parley.server.auth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the credential of a request, wherever the official clients put it: {@code Authorization:
 * Bearer}, Azure's {@code api-key}, or, where browsers cannot set headers, the sub-protocol {@code
 * openai-insecure-api-key.<KEY>} (RFC 6455, 11.3.4). Never in the query, never in a cookie.
 */
public final class Credentials {

  /** The sub-protocol that we speak, and the only one that is ever answered. */
  public static final String REALTIME = "realtime";

  /** Offered by clients that want {@code parley.reply.timed}, which is not of the protocol. */
  private static final String TIMING = "parley-timing";

  /** The longest key there is, in chars. */
  static final int LONGEST = 512;

  private static final String KEY_PROTOCOL = "openai-insecure-api-key.";
  private static final String BEARER = "bearer ";
  private static final Presented NOTHING = new Presented.Nothing();

  private Credentials() {}

  /** What the request presents. */
  public static Presented presented(RequestHead head) {
    if (KeyInQuery.in(head.target())) {
      return new Presented.Unusable(
          "api_key_in_query",
          "A key must not be in the URL, where logs keep it: send it as 'Authorization: Bearer"
              + " KEY', and consider this one as leaked.");
    }
    List<String> keys = new ArrayList<>();
    for (String value : head.headers().all("Authorization")) {
      if (!value.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
        return unusable("The Authorization header must read 'Bearer KEY'.");
      }
      keys.add(value.substring(BEARER.length()).strip());
    }
    head.headers().all("api-key").forEach(value -> keys.add(value.strip()));
    offered(head).stream()
        .filter(protocol -> protocol.startsWith(KEY_PROTOCOL))
        .forEach(protocol -> keys.add(protocol.substring(KEY_PROTOCOL.length())));
    if (keys.isEmpty()) {
      return NOTHING;
    }
    if (keys.stream().distinct().count() > 1) {
      return unusable("The request carries several different keys: send one.");
    }
    String key = keys.get(0);
    if (key.isEmpty() || key.length() > LONGEST || !sendable(key)) {
      return unusable(
          "The key is not one: it has 1 to "
              + LONGEST
              + " letters, digits and signs of ASCII, no spaces, no commas.");
    }
    return new Presented.Key(new Secret(key));
  }

  /**
   * The sub-protocol to answer: {@code realtime} if the client offers it, else none. Browsers and
   * native clients hang up when they offered some and get none.
   */
  public static Optional<String> subprotocol(RequestHead head) {
    return offered(head).contains(REALTIME) ? Optional.of(REALTIME) : Optional.empty();
  }

  /** Whether the client wants to be told where the time went before each answer. */
  public static boolean wantsTimes(RequestHead head) {
    return offered(head).contains(TIMING);
  }

  /** Whether a text can travel in a header, also between commas. */
  static boolean sendable(String key) {
    return key.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ',');
  }

  private static List<String> offered(RequestHead head) {
    return head.headers().all("Sec-WebSocket-Protocol").stream()
        .flatMap(value -> Arrays.stream(value.split(",", /* limit= */ -1)))
        .map(String::strip)
        .toList();
  }

  private static Presented unusable(String message) {
    return new Presented.Unusable("invalid_api_key", message);
  }
}
