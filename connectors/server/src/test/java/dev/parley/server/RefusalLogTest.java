package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class RefusalLogTest {

  private final AtomicLong now = new AtomicLong();
  private final RefusalLog refusals = new RefusalLog(now::get);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLog.class);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
    logger.setLevel(null); // as the root's again
  }

  @Test
  void flood_isAFewLines_andTheNextSaysHowManyThereWereNot() {
    for (int i = 0; i < 100; i++) {
      refusals.note(401, "invalid_api_key", Optional.of("192.0.2.1"));
    }
    assertThat(lines.list).hasSize(20);
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    refusals.note(503, "server_draining", Optional.empty());
    assertThat(lines.list).hasSize(21);
    assertThat(lines.list.getLast().getKeyValuePairs())
        .containsExactly(
            new KeyValuePair("status", 503),
            new KeyValuePair("code", "server_draining"),
            new KeyValuePair("from", "unknown"),
            new KeyValuePair("unlogged", 80L));
  }
}
