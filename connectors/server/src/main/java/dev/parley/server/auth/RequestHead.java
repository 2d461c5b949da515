package dev.parley.server.auth;

import java.net.InetAddress;

/**
 * What is known of a request before its body is read.
 *
 * @param target path and query as they stand in the request line
 * @param headers its headers
 * @param remote who is at the other end of the connection; no forwarded address is believed
 */
public record RequestHead(String target, Headers headers, InetAddress remote) {

  /** Without target and headers: either may hold a key. */
  @Override
  public String toString() {
    return "RequestHead[from " + remote.getHostAddress() + "]";
  }
}
