package dev.parley.server.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as in the {@code Host} header and in an origin (RFC 3986, 3.2, without
 * user names).
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param port if it is written
 */
record Authority(String host, OptionalInt port) {

  private static final int LONGEST = 262; // a name of 255, a colon, 5 digits, slack
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::([0-9]{1,5}))?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

  /** Empty if it is not one. */
  static Optional<Authority> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2);
    OptionalInt port =
        digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    return port.orElse(0) > 0xFFFF
        ? Optional.empty()
        : Optional.of(new Authority(matcher.group(1), port));
  }

  /** Whether the name can only mean this machine. */
  boolean loopback() {
    return LOOPBACK.matcher(host).matches();
  }

  /** Without the port if it is this one, which goes without saying. */
  Authority without(int usual) {
    return port.equals(OptionalInt.of(usual)) ? new Authority(host, OptionalInt.empty()) : this;
  }
}
