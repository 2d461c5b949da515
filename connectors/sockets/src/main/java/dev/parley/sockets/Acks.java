package dev.parley.sockets;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * What TCP knows of a peer that is not read from: its machine confirms what is sent to it, pings
 * among it, which needs nobody here to read.
 */
final class Acks {

  private Acks() {}

  /**
   * Tells when the peer's machine was last heard of; false if that is unknown, as without epoll.
   */
  static boolean overhear(Channel channel, Liveness liveness, long now) {
    if (!(channel instanceof EpollSocketChannel socket)) {
      return false;
    }
    try {
      liveness.heardAt(now - TimeUnit.MILLISECONDS.toNanos(socket.tcpInfo().lastAckRecv()));
      return true;
    } catch (ChannelException closed) {
      return false; // its end is on the way
    }
  }
}
