package dev.parley.sockets;

import java.time.Duration;

/**
 * How a {@link SocketServer} listens and what it bears.
 *
 * @param host the address to listen at
 * @param port 0 for any that is free
 * @param tls how it encrypts
 * @param loops how many event loops, and so threads, serve the connections
 * @param head limits of the first request
 * @param messages limits of what a peer sends
 * @param crowd limits of connections
 * @param patience limits of time
 * @param kernelBytes the kernel's send and receive buffer of a connection, each: what it holds
 *     cannot be taken back when somebody interrupts
 * @param blocked when a loop has not come round for so long, it is reported
 */
public record SocketSettings(
    String host,
    int port,
    TlsSettings tls,
    int loops,
    HeadLimits head,
    MessageLimits messages,
    CrowdLimits crowd,
    Patience patience,
    int kernelBytes,
    Duration blocked) {

  public SocketSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must be an address such as 127.0.0.1, got nothing");
    }
    Check.range("port", port, 0, 65_535);
    Check.range("loops", loops, 1, 1_024);
    Check.range("kernelBytes", kernelBytes, 4 * 1024, 64 << 20);
    Check.duration("blocked", blocked);
  }

  /** At any free port of 127.0.0.1 in plain text, with a loop for each core. */
  public static SocketSettings defaults() {
    return new SocketSettings(
        "127.0.0.1",
        /* port= */ 0,
        TlsSettings.none(),
        Runtime.getRuntime().availableProcessors(),
        HeadLimits.defaults(),
        MessageLimits.defaults(),
        CrowdLimits.defaults(),
        Patience.defaults(),
        /* kernelBytes= */ 64 * 1024,
        Duration.ofMillis(50));
  }

  public SocketSettings withAddress(String otherHost, int otherPort) {
    return new SocketSettings(
        otherHost, otherPort, tls, loops, head, messages, crowd, patience, kernelBytes, blocked);
  }

  public SocketSettings withTls(TlsSettings other) {
    return new SocketSettings(
        host, port, other, loops, head, messages, crowd, patience, kernelBytes, blocked);
  }

  public SocketSettings withLoops(int other) {
    return new SocketSettings(
        host, port, tls, other, head, messages, crowd, patience, kernelBytes, blocked);
  }

  public SocketSettings withHead(HeadLimits other) {
    return new SocketSettings(
        host, port, tls, loops, other, messages, crowd, patience, kernelBytes, blocked);
  }

  public SocketSettings withMessages(MessageLimits other) {
    return new SocketSettings(
        host, port, tls, loops, head, other, crowd, patience, kernelBytes, blocked);
  }

  public SocketSettings withCrowd(CrowdLimits other) {
    return new SocketSettings(
        host, port, tls, loops, head, messages, other, patience, kernelBytes, blocked);
  }

  public SocketSettings withPatience(Patience other) {
    return new SocketSettings(
        host, port, tls, loops, head, messages, crowd, other, kernelBytes, blocked);
  }

  public SocketSettings withKernelBytes(int other) {
    return new SocketSettings(
        host, port, tls, loops, head, messages, crowd, patience, other, blocked);
  }

  public SocketSettings withBlocked(Duration other) {
    return new SocketSettings(
        host, port, tls, loops, head, messages, crowd, patience, kernelBytes, other);
  }
}
