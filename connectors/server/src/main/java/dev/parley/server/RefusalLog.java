package dev.parley.server;

import dev.parley.server.limit.Refusal;
import dev.parley.server.limit.TokenBucket;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line in the log for who was not let in: a status, a word of ours and an address, never what
 * they sent. A few a second, so that a flood of them does not become one of lines. Safe for any
 * thread.
 */
final class RefusalLog {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

  private final LongSupplier nanos;
  private final TokenBucket lines;
  private long unlogged;

  /**
   * @param nanos a monotonic clock
   */
  RefusalLog(LongSupplier nanos) {
    this.nanos = nanos;
    lines = new TokenBucket(5, 20, nanos.getAsLong());
  }

  void note(Refusal refusal, InetAddress from) {
    note(refusal.status(), refusal.code(), Optional.of(from.getHostAddress()));
  }

  synchronized void note(int status, String code, Optional<String> from) {
    if (!lines.take(1, nanos.getAsLong())) {
      unlogged++;
      return;
    }
    LOG.atInfo()
        .addKeyValue("status", status)
        .addKeyValue("code", code)
        .addKeyValue("from", from.orElse("unknown"))
        .addKeyValue("unlogged", unlogged)
        .log("a client was refused");
    unlogged = 0;
  }
}
