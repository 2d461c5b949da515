package dev.parley.sockets;

import io.netty.channel.Channel;

/**
 * Looks, at each round of the loop, whether somebody at a socket lets the others wait for longer
 * than {@link Patience} allows. On the connection's event loop.
 */
final class Vigil {

  /** What was found. */
  enum Finding {
    FINE,
    /** The closing handshake does not get on. */
    ENDLESS,
    /** No application came for the socket. */
    UNATTENDED,
    /** The peer does not take what was sent. */
    STUCK,
    /** The peer does not finish a message that it began. */
    UNFINISHED,
    /** Nothing was heard of the peer for some time: it should be asked. */
    SILENT,
    /** It was asked, or waited for, in vain. */
    DEAD
  }

  private final Patience patience;
  private final Ending ending;
  private final Pokes pokes;
  private final FrameOut out;
  private final ReadGate gate;
  private final FrameReader reader;
  private final Liveness liveness;
  private final long made;

  /**
   * @param made when the socket was made
   */
  Vigil(
      Patience patience,
      Ending ending,
      Pokes pokes,
      FrameOut out,
      ReadGate gate,
      FrameReader reader,
      Liveness liveness,
      long made) {
    this.patience = patience;
    this.ending = ending;
    this.pokes = pokes;
    this.out = out;
    this.gate = gate;
    this.reader = reader;
    this.liveness = liveness;
    this.made = made;
  }

  Finding look(Channel channel, long now) {
    if (ending.hasBegun()) {
      return now - ending.since() > patience.close().toNanos() ? Finding.ENDLESS : Finding.FINE;
    }
    if (!pokes.isAttached() && now - made > patience.attach().toNanos()) {
      return Finding.UNATTENDED;
    }
    if (out.isStuck(now)) {
      return Finding.STUCK;
    }
    if (gate.isOpen()) {
      return isUnfinished(now) ? Finding.UNFINISHED : life(now);
    }
    return Acks.overhear(channel, liveness, now) ? life(now) : Finding.FINE;
  }

  private boolean isUnfinished(long now) {
    return reader.since() != FrameReader.IDLE
        && now - reader.since() > patience.message().toNanos();
  }

  private Finding life(long now) {
    return switch (liveness.check(now)) {
      case FINE -> Finding.FINE;
      case ASK -> Finding.SILENT;
      case DEAD -> Finding.DEAD;
    };
  }
}
