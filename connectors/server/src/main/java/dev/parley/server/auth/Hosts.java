package dev.parley.server.auth;

import dev.parley.server.limit.Refusal;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The names that this server answers to: the fence against DNS rebinding, where a foreign page
 * gives this machine a name of its own and so becomes its neighbour. Immutable; for any thread.
 *
 * <p>On loopback these are {@code localhost}, 127.x.x.x and {@code [::1]} and those that are
 * listed. On other addresses those that are listed, and every name if none is: there a key is
 * needed in any case.
 */
public final class Hosts {

  private final List<HostPattern> listed;
  private final boolean loopback;

  /**
   * @param names {@code api.example.com}, with a port to fix it, or {@code *.example.com}
   * @param bind where the server listens
   * @throws IllegalArgumentException if a name is not one
   */
  public Hosts(List<String> names, InetAddress bind) {
    listed = names.stream().map(Hosts::pattern).toList();
    loopback = bind.isLoopbackAddress();
  }

  /** Why this request is not for us; empty if it is. */
  public Optional<Refusal> check(RequestHead head) {
    if (!loopback && listed.isEmpty()) {
      return Optional.empty();
    }
    return host(head).filter(this::ours).isPresent()
        ? Optional.empty()
        : Optional.of(
            Refusal.forbidden(
                "host_not_allowed",
                "This server does not answer to the name in the Host header: list it among the"
                    + " allowed hosts of its configuration."));
  }

  /** Where the request says that it goes; empty unless it says so exactly once. */
  static Optional<Authority> host(RequestHead head) {
    List<String> values = head.headers().all("Host");
    return values.size() == 1 ? Authority.parse(values.get(0).strip()) : Optional.empty();
  }

  private boolean ours(Authority host) {
    return (loopback && host.loopback())
        || listed.stream()
            .anyMatch(
                pattern ->
                    pattern.names(host.host())
                        && (pattern.authority().port().isEmpty()
                            || pattern.authority().port().equals(host.port())));
  }

  private static HostPattern pattern(String name) {
    return HostPattern.parse(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An allowed host reads name, name:port or *.name, got '" + name + "'."));
  }
}
