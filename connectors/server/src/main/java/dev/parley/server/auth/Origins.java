package dev.parley.server.auth;

import dev.parley.server.limit.Refusal;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The web pages that may talk to this server. Immutable; for any thread.
 *
 * <p>A browser lets every page open a WebSocket to every server and only says whose page it is, in
 * {@code Origin}. No such header means that it is no browser. Welcome are the pages of this server
 * itself, those that are listed, and, on loopback, those of this machine.
 */
public final class Origins {

  private static final String OPAQUE = "null"; // sandboxed pages and files

  private record Rule(String scheme, HostPattern host) {

    boolean allows(WebOrigin origin) {
      return origin.scheme().equals(scheme)
          && origin.authority().port().equals(host.authority().port())
          && host.names(origin.authority().host());
    }
  }

  private final List<Rule> rules;
  private final boolean opaque;
  private final boolean loopback;

  /**
   * @param allowed {@code https://example.com}, {@code https://*.example.com}, with a port where it
   *     is not the scheme's own, or {@code null} for pages without an origin
   * @param bind where the server listens
   * @throws IllegalArgumentException if one of them is none of these
   */
  public Origins(List<String> allowed, InetAddress bind) {
    rules = allowed.stream().filter(text -> !text.equals(OPAQUE)).map(Origins::rule).toList();
    opaque = allowed.contains(OPAQUE);
    loopback = bind.isLoopbackAddress();
  }

  /** Why the page behind this request may not talk to us; empty if it may, or is none. */
  public Optional<Refusal> check(RequestHead head) {
    List<String> values = head.headers().all("Origin");
    if (values.isEmpty() || (values.size() == 1 && welcome(values.get(0).strip(), head))) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.forbidden(
            "origin_not_allowed",
            "Pages of this origin may not use this server: list the origin in its"
                + " configuration."));
  }

  private boolean welcome(String text, RequestHead head) {
    return text.equals(OPAQUE)
        ? opaque
        : WebOrigin.parse(text).filter(origin -> welcome(origin, head)).isPresent();
  }

  private boolean welcome(WebOrigin origin, RequestHead head) {
    return (loopback && origin.authority().loopback())
        || rules.stream().anyMatch(rule -> rule.allows(origin))
        || Hosts.host(head).filter(origin::sameHost).isPresent();
  }

  private static Rule rule(String text) {
    boolean below = text.contains("://*.");
    return WebOrigin.parse(below ? text.replace("://*.", "://") : text)
        .map(origin -> new Rule(origin.scheme(), new HostPattern(origin.authority(), below)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An allowed origin reads https://host, https://host:port, https://*.host or"
                        + " null, got '"
                        + text
                        + "'."));
  }
}
