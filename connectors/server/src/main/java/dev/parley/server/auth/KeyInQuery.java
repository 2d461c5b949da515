package dev.parley.server.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises a key in a URL, by the name of its parameter or by its own looks, so that the client
 * learns at once why this does not work and where the key belongs.
 */
final class KeyInQuery {

  private static final Set<String> NAMES =
      Set.of("api-key", "api_key", "apikey", "access_token", "authorization", "client_secret");

  private KeyInQuery() {}

  /**
   * @param target path and query
   */
  static boolean in(String target) {
    int start = target.indexOf('?');
    if (start < 0) {
      return false;
    }
    for (String parameter : target.substring(start + 1).split("&", /* limit= */ -1)) {
      int equals = parameter.indexOf('=');
      String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
      String value = decoded(equals < 0 ? "" : parameter.substring(equals + 1));
      if (NAMES.contains(name.toLowerCase(Locale.ROOT))
          || value.startsWith("sk-")
          || value.startsWith(ClientSecrets.PREFIX)) {
        return true;
      }
    }
    return false;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a broken escape: it is what it looks like
    }
  }
}
