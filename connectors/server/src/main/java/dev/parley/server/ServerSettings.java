package dev.parley.server;

import dev.parley.server.auth.AuthSettings;
import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.SessionLimits;
import dev.parley.sockets.SocketSettings;
import java.time.Duration;

/**
 * How a {@link RealtimeServer} works.
 *
 * @param sockets where it listens, encryption, and what a connection may do
 * @param auth who may come in
 * @param limits what a session may use, and how many there may be
 * @param rates how fast a client may talk
 * @param drain how long sessions may run on once the server is told to stop
 * @param farewell how long a session's last words may take to reach its client
 */
public record ServerSettings(
    SocketSettings sockets,
    AuthSettings auth,
    SessionLimits limits,
    MessageRateSettings rates,
    Duration drain,
    Duration farewell) {

  public ServerSettings {
    requireSpan("drain", drain);
    requireSpan("farewell", farewell);
    if (farewell.isZero()) {
      throw new IllegalArgumentException(
          "farewell must be positive, or nothing is told at the end");
    }
  }

  /** The parts' defaults, 10 minutes to drain, 2 s for last words. */
  public static ServerSettings defaults() {
    return new ServerSettings(
        SocketSettings.defaults(),
        AuthSettings.defaults(),
        SessionLimits.defaults(),
        MessageRateSettings.defaults(),
        Duration.ofMinutes(10),
        Duration.ofSeconds(2));
  }

  public ServerSettings withSockets(SocketSettings other) {
    return new ServerSettings(other, auth, limits, rates, drain, farewell);
  }

  public ServerSettings withAuth(AuthSettings other) {
    return new ServerSettings(sockets, other, limits, rates, drain, farewell);
  }

  public ServerSettings withLimits(SessionLimits other) {
    return new ServerSettings(sockets, auth, other, rates, drain, farewell);
  }

  public ServerSettings withRates(MessageRateSettings other) {
    return new ServerSettings(sockets, auth, limits, other, drain, farewell);
  }

  public ServerSettings withDrain(Duration span) {
    return new ServerSettings(sockets, auth, limits, rates, span, farewell);
  }

  public ServerSettings withFarewell(Duration span) {
    return new ServerSettings(sockets, auth, limits, rates, drain, span);
  }

  private static void requireSpan(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, got " + value);
    }
  }
}
