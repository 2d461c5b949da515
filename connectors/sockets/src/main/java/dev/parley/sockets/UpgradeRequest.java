package dev.parley.sockets;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Somebody asks for a WebSocket.
 *
 * @param path as it was sent, undecoded, without the query
 * @param query its parameters, decoded, in the order of their first appearance
 * @param headers by name in lower case, each with all its values in order
 * @param remote who asks
 * @param tls whether the connection is encrypted
 * @param subprotocols those offered, in order
 * @param dispatcher the Pekko dispatcher that is this connection's event loop
 * @param socket the connection: what goes in is sent, what comes out was received, {@link
 *     WsFrame.Close} last. To be run once, before or after the answer, in a graph that runs on
 *     {@code dispatcher} as a whole (or see {@link #socketAnywhere})
 */
public record UpgradeRequest(
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    InetSocketAddress remote,
    boolean tls,
    List<String> subprotocols,
    String dispatcher,
    Flow<WsFrame, WsFrame, NotUsed> socket) {

  /** The first value of a header, whatever case its name is written in. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The first value of a parameter in the query. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The socket for a graph that runs on another dispatcher: two more hand-overs a frame. */
  public Flow<WsFrame, WsFrame, NotUsed> socketAnywhere() {
    return socket.withAttributes(ActorAttributes.dispatcher(dispatcher));
  }

  /** Path and sender only: headers and query may hold keys. */
  @Override
  public String toString() {
    return "UpgradeRequest[" + path + " from " + remote + (tls ? " by TLS]" : "]");
  }
}
