package dev.parley.twilio.signature;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The address by which Twilio reaches this server: what is signed is told from here, and never from
 * a request's own headers, which anybody can write.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host, in lower case
 * @param port as it was given; -1 for the scheme's own
 * @param prefix a path before all of ours, without a slash at its end; mostly empty
 */
public record PublicBase(String scheme, String host, int port, String prefix) {

  public PublicBase {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw wrong();
    }
  }

  /**
   * Reads an address such as {@code https://voice.example.com}.
   *
   * @throws IllegalArgumentException in one sentence
   */
  public static PublicBase parse(String text) {
    URI uri;
    try {
      uri = URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    if (uri.getScheme() == null
        || uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null) {
      throw wrong();
    }
    return new PublicBase(
        uri.getScheme().toLowerCase(Locale.ROOT),
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort(),
        uri.getRawPath().replaceAll("/+$", ""));
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "the public base must be the address by which Twilio reaches this server, such as"
            + " https://voice.example.com, without a query");
  }

  /**
   * The address of a request.
   *
   * @param target a path that begins with a slash, and perhaps a query
   */
  public String http(String target) {
    return address(scheme, port, target);
  }

  /** The address of a WebSocket. */
  public String ws(String target) {
    return address(socketScheme(), port, target);
  }

  /** What Twilio may have signed for a request: with or without the port. */
  Set<String> signedHttp(String target) {
    return variants(List.of(scheme), List.of(target));
  }

  /**
   * What Twilio may have signed for a WebSocket: by {@code wss:}, as it was told to connect. Some
   * libraries and proxies see {@code https:}, or a slash at the end, which tell no more.
   */
  Set<String> signedWs(String target) {
    return variants(List.of(socketScheme(), scheme), List.of(target, target + "/"));
  }

  private Set<String> variants(List<String> schemes, List<String> targets) {
    int explicit = port >= 0 ? port : scheme.equals("https") ? 443 : 80;
    Set<String> all = new LinkedHashSet<>();
    for (String each : schemes) {
      for (String target : targets) {
        all.add(address(each, port, target));
        all.add(address(each, /* at= */ -1, target));
        all.add(address(each, explicit, target));
      }
    }
    return all;
  }

  private String socketScheme() {
    return scheme.equals("https") ? "wss" : "ws";
  }

  private String address(String by, int at, String target) {
    return by + "://" + host + (at >= 0 ? ":" + at : "") + prefix + target;
  }
}
