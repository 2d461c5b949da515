package dev.parley.sockets;

import io.netty.channel.Channel;

/** Whether a channel is read from; while it is not, the kernel stops the peer. */
final class ReadGate {

  private boolean shut;
  private long since;

  void shut(Channel channel, long now) {
    if (!shut) {
      shut = true;
      since = now;
      channel.config().setAutoRead(false);
    }
  }

  /** For how many nanoseconds nothing was read; 0 if it was open. */
  long open(Channel channel, long now) {
    if (!shut) {
      return 0;
    }
    shut = false;
    channel.config().setAutoRead(true);
    return now - since;
  }

  boolean isOpen() {
    return !shut;
  }
}
