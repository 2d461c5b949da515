package dev.parley.sockets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A WebSocket that a {@link SocketClient} opened.
 *
 * @param subprotocol what the server chose of those offered
 * @param headers of the server's answer, by name in lower case
 * @param dispatcher the Pekko dispatcher that is this connection's event loop
 * @param socket as in {@link UpgradeRequest}: to be run once, in a graph that runs on {@code
 *     dispatcher} as a whole
 */
public record ClientSocket(
    Optional<String> subprotocol,
    Map<String, List<String>> headers,
    String dispatcher,
    Flow<WsFrame, WsFrame, NotUsed> socket) {

  /** The socket for a graph that runs on another dispatcher: two more hand-overs a frame. */
  public Flow<WsFrame, WsFrame, NotUsed> socketAnywhere() {
    return socket.withAttributes(ActorAttributes.dispatcher(dispatcher));
  }

  @Override
  public String toString() {
    return "ClientSocket[" + subprotocol.orElse("no sub-protocol") + "]";
  }
}
