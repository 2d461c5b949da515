package dev.parley.sockets;

import java.time.Duration;

/**
 * How long a server waits for what. Looked at every quarter of the shortest of these, at least once
 * a second.
 *
 * @param head from the connection to the end of the first request's head, the TLS handshake
 *     included
 * @param attach for the application to answer, and for it to run the socket that it accepted
 * @param message from a message's first byte to its last; over it 4408
 * @param ping when nothing was heard for so long, a ping is sent
 * @param dead when nothing was heard for so long, the peer is dead; more than {@code ping}
 * @param progress while data waits, the peer has to take some within this time; over it 4408
 * @param age how long a frame may wait to be taken, however much moves; over it 4408
 * @param close for the peer's half of the closing handshake; then the connection is cut
 * @param httpIdle how long a connection that is no WebSocket may be silent both ways
 */
public record Patience(
    Duration head,
    Duration attach,
    Duration message,
    Duration ping,
    Duration dead,
    Duration progress,
    Duration age,
    Duration close,
    Duration httpIdle) {

  private static final Patience DEFAULTS =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60));

  public Patience {
    Check.duration("patience.head", head);
    Check.duration("patience.attach", attach);
    Check.duration("patience.message", message);
    Check.duration("patience.ping", ping);
    Check.duration("patience.dead", dead);
    Check.duration("patience.progress", progress);
    Check.duration("patience.age", age);
    Check.duration("patience.close", close);
    Check.duration("patience.httpIdle", httpIdle);
    if (dead.compareTo(ping) <= 0) {
      throw new IllegalArgumentException(
          "patience.dead must be more than patience.ping (" + ping + "), got " + dead);
    }
  }

  public static Patience defaults() {
    return DEFAULTS;
  }

  public Patience withHead(Duration other) {
    return new Patience(other, attach, message, ping, dead, progress, age, close, httpIdle);
  }

  public Patience withAttach(Duration other) {
    return new Patience(head, other, message, ping, dead, progress, age, close, httpIdle);
  }

  public Patience withMessage(Duration other) {
    return new Patience(head, attach, other, ping, dead, progress, age, close, httpIdle);
  }

  /** A ping after {@code silence}, and dead after {@code end} without any sound. */
  public Patience withPing(Duration silence, Duration end) {
    return new Patience(head, attach, message, silence, end, progress, age, close, httpIdle);
  }

  public Patience withProgress(Duration other) {
    return new Patience(head, attach, message, ping, dead, other, age, close, httpIdle);
  }

  public Patience withAge(Duration other) {
    return new Patience(head, attach, message, ping, dead, progress, other, close, httpIdle);
  }

  public Patience withClose(Duration other) {
    return new Patience(head, attach, message, ping, dead, progress, age, other, httpIdle);
  }

  public Patience withHttpIdle(Duration other) {
    return new Patience(head, attach, message, ping, dead, progress, age, close, other);
  }
}
