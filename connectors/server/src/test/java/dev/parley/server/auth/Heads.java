package dev.parley.server.auth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Request heads for tests. */
final class Heads {

  static final InetAddress LOOPBACK = address("127.0.0.1");
  static final InetAddress PUBLIC = address("192.0.2.1");

  private Heads() {}

  /** A request from this machine, with headers as name, value, name, value. */
  static RequestHead head(String... namesAndValues) {
    return from(LOOPBACK, "/v1/realtime?model=m", namesAndValues);
  }

  static RequestHead from(InetAddress remote, String target, String... namesAndValues) {
    return new RequestHead(target, headers(namesAndValues), remote);
  }

  static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Headers headers(String... namesAndValues) {
    return name -> {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        if (namesAndValues[i].toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
          values.add(namesAndValues[i + 1]);
        }
      }
      return values;
    };
  }
}
