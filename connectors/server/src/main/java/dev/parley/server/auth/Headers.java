package dev.parley.server.auth;

import java.util.List;

/** The headers of a request, as the HTTP library at hand keeps them. */
@FunctionalInterface
public interface Headers {

  /**
   * The values of every header of that name, in order.
   *
   * @param name compared without regard to case
   */
  List<String> all(String name);
}
