package dev.parley.app.config;

import dev.parley.sockets.CrowdLimits;
import dev.parley.sockets.HeadLimits;
import dev.parley.sockets.Patience;
import java.time.Duration;
import java.util.List;

/** {@code limits}: how many connections there may be, how large their heads, how slow they. */
final class ConnectionSection {

  static final Setting<Integer> CONNECTIONS =
      new Setting<>(
          "limits.connections.all",
          Kind.whole(1, 1_000_000),
          "10000",
          "Connections of any kind at once; over it 503.");

  static final Setting<Integer> PER_ADDRESS =
      new Setting<>(
          "limits.connections.per-address",
          Kind.whole(1, 1_000_000),
          "50",
          "Connections from one address; over it 429. Behind a proxy, all come from its address.");

  static final Setting<Boolean> LOOPBACK_TOO =
      new Setting<>(
          "limits.connections.loopback-too",
          Kind.flag(),
          "false",
          "Whether per-address counts for this machine's own addresses.");

  static final Setting<Long> KERNEL_BYTES =
      new Setting<>(
          "limits.connections.kernel-bytes",
          Kind.bytes(4 << 10, 64 << 20),
          "64KiB",
          "The kernel's buffers of a connection, each way: what they hold cannot be taken back.");

  static final Setting<Duration> BLOCKED =
      time(
          "limits.connections.blocked", "50ms", "An event loop that is stuck so long is reported.");

  static final Setting<Long> HEAD_BYTES =
      head("bytes", 256, "16KiB", "The head of a first request; over it 431.");

  static final Setting<Long> URI_BYTES = head("uri-bytes", 16, "2KiB", "Its target.");

  static final Setting<Integer> HEADERS =
      new Setting<>("limits.head.headers", Kind.whole(4, 1_000), "32", "How many headers it has.");

  static final Setting<Long> HEADER_BYTES =
      head("header-bytes", 64, "4KiB", "The value of one header.");

  static final Setting<Duration> HEAD =
      patience("head", "10s", "From the connection to the end of the first request's head.");
  static final Setting<Duration> ATTACH =
      patience("attach", "10s", "For the server itself to start a session.");
  static final Setting<Duration> MESSAGE =
      patience("message", "10s", "From a message's first byte to its last; over it 4408.");
  static final Setting<Duration> PING =
      patience("ping", "10s", "After so much silence a client is pinged.");
  static final Setting<Duration> DEAD =
      patience("dead", "20s", "After so much silence a client is given up; more than ping.");
  static final Setting<Duration> PROGRESS =
      patience("progress", "20s", "While data waits, a client takes some in this time, or 4408.");
  static final Setting<Duration> AGE =
      patience("age", "30s", "How long a frame may wait for its client; over it 4408.");
  static final Setting<Duration> CLOSE =
      patience("close", "2s", "For the client's half of the closing handshake.");
  static final Setting<Duration> HTTP_IDLE =
      patience("http-idle", "60s", "How long a connection that is no WebSocket may be silent.");

  static final List<Setting<?>> CROWD =
      List.of(CONNECTIONS, PER_ADDRESS, LOOPBACK_TOO, KERNEL_BYTES, BLOCKED);
  static final List<Setting<?>> HEADS = List.of(HEAD_BYTES, URI_BYTES, HEADERS, HEADER_BYTES);
  static final List<Setting<?>> TIMES =
      List.of(HEAD, ATTACH, MESSAGE, PING, DEAD, PROGRESS, AGE, CLOSE, HTTP_IDLE);

  private ConnectionSection() {}

  private static Setting<Long> head(String name, long least, String standard, String help) {
    return new Setting<>("limits.head." + name, Kind.bytes(least, 1 << 20), standard, help);
  }

  private static Setting<Duration> patience(String name, String standard, String help) {
    return time("limits.patience." + name, standard, help);
  }

  private static Setting<Duration> time(String path, String standard, String help) {
    return new Setting<>(
        path, Kind.duration(Duration.ofMillis(1), Duration.ofHours(24)), standard, help);
  }

  static CrowdLimits crowd(Values values) {
    return new CrowdLimits(
        values.get(CONNECTIONS), values.get(PER_ADDRESS), values.get(LOOPBACK_TOO));
  }

  static HeadLimits heads(Values values) {
    return new HeadLimits(
        Math.toIntExact(values.get(HEAD_BYTES)),
        Math.toIntExact(values.get(URI_BYTES)),
        values.get(HEADERS),
        Math.toIntExact(values.get(HEADER_BYTES)));
  }

  static Patience times(Values values) {
    return new Patience(
        values.get(HEAD),
        values.get(ATTACH),
        values.get(MESSAGE),
        values.get(PING),
        values.get(DEAD),
        values.get(PROGRESS),
        values.get(AGE),
        values.get(CLOSE),
        values.get(HTTP_IDLE));
  }
}
