package dev.parley.conformance.server;

/** A server that answers on the loopback interface until it is closed. Safe for any thread. */
public interface ServerUnderTest extends AutoCloseable {

  /** Where it listens. */
  int port();

  /** Ends all sessions and frees the port. */
  @Override
  void close();

  /** Starts the server in this process, on a free port, and returns when it answers. */
  static ServerUnderTest start(Setup setup) {
    return new InProcessServer(setup);
  }
}
