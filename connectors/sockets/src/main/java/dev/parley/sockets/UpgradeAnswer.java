package dev.parley.sockets;

import java.util.Map;
import java.util.Optional;

/** What the application says to a request for a WebSocket. */
public sealed interface UpgradeAnswer {

  /** Yes, without a sub-protocol. */
  static UpgradeAnswer accept() {
    return new Accept(Optional.empty());
  }

  /** Yes, speaking this sub-protocol. */
  static UpgradeAnswer accept(String subprotocol) {
    return new Accept(Optional.of(subprotocol));
  }

  /** No, with an HTTP status and a JSON text that says why. */
  static UpgradeAnswer refuse(int status, String json) {
    return new Refuse(status, Map.of(), json);
  }

  /** Not the application's: the request goes to the HTTP routes as it came. */
  static UpgradeAnswer notMine() {
    return new NotMine();
  }

  /**
   * Yes. The application runs {@link UpgradeRequest#socket} within {@link Patience#attach}, or the
   * connection ends with 1011.
   *
   * @param subprotocol the only one that the answer names; has to be one of those offered
   */
  record Accept(Optional<String> subprotocol) implements UpgradeAnswer {}

  /**
   * No: an ordinary HTTP answer, and the connection ends.
   *
   * @param status 400 to 599
   * @param headers further headers, such as {@code Retry-After}
   * @param json the body
   */
  record Refuse(int status, Map<String, String> headers, String json) implements UpgradeAnswer {

    public Refuse {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("a refusal's status is 400 to 599, got " + status);
      }
      headers = Map.copyOf(headers);
      headers.forEach(Refuse::check);
    }

    private static void check(String name, String value) {
      if (!name.matches("[A-Za-z0-9-]+") || !value.matches("[\\x20-\\x7e]*")) {
        throw new IllegalArgumentException(
            "a header has letters, digits and - in its name and printable ASCII in its value");
      }
    }
  }

  record NotMine() implements UpgradeAnswer {}
}
