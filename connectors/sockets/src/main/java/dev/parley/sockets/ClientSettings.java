package dev.parley.sockets;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a {@link SocketClient} connects.
 *
 * @param loops how many event loops serve its connections
 * @param trusted a PEM file with the only certificates to trust; if empty, those that the JDK
 *     trusts
 * @param messages limits of what the server sends
 * @param patience limits of time; {@code head} is for connecting, TLS and the server's answer
 * @param kernelBytes the kernel's send and receive buffer of a connection, each
 */
public record ClientSettings(
    int loops, Optional<Path> trusted, MessageLimits messages, Patience patience, int kernelBytes) {

  private static final ClientSettings DEFAULTS =
      new ClientSettings(
          /* loops= */ 1,
          Optional.empty(),
          MessageLimits.defaults(),
          Patience.defaults(),
          /* kernelBytes= */ 64 * 1024);

  public ClientSettings {
    Check.range("loops", loops, 1, 1_024);
    Check.range("kernelBytes", kernelBytes, 4 * 1024, 64 << 20);
  }

  /** One loop, and the authorities that the JDK trusts. */
  public static ClientSettings defaults() {
    return DEFAULTS;
  }

  public ClientSettings withLoops(int other) {
    return new ClientSettings(other, trusted, messages, patience, kernelBytes);
  }

  public ClientSettings withTrusted(Path pem) {
    return new ClientSettings(loops, Optional.of(pem), messages, patience, kernelBytes);
  }

  public ClientSettings withMessages(MessageLimits other) {
    return new ClientSettings(loops, trusted, other, patience, kernelBytes);
  }

  public ClientSettings withPatience(Patience other) {
    return new ClientSettings(loops, trusted, messages, other, kernelBytes);
  }

  public ClientSettings withKernelBytes(int other) {
    return new ClientSettings(loops, trusted, messages, patience, other);
  }
}
