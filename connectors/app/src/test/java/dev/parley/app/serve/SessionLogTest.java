package dev.parley.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.CallEvent.Parted;
import dev.parley.engine.telemetry.Depths;
import dev.parley.testkit.Frames;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class SessionLogTest {

  private final SessionLog log = new SessionLog();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(SessionLog.class);

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

  /** The line of a session in which this happened. */
  private ILoggingEvent session(CallEvent... events) {
    log.record("sess_1", Duration.ZERO, new CallEvent.Opened(new Depths()));
    for (CallEvent event : events) {
      log.record("sess_1", Duration.ofSeconds(1), event);
    }
    log.record("sess_1", Duration.ofSeconds(2), new CallEvent.Closed());
    return lines.list.getLast();
  }

  private String end(CallEvent... events) {
    return session(events).getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals("end"))
        .map(pair -> String.valueOf(pair.value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void end_saysWhoClosed_andWithWhatCode() {
    assertThat(end(new Parted(Parted.By.CLIENT, 1000))).isEqualTo("client:1000");
    assertThat(end(new Parted(Parted.By.LOST, 1006))).isEqualTo("lost:1006");
    assertThat(end(new Parted(Parted.By.SERVER, 1001))).isEqualTo("server:1001");
    assertThat(end()).isEqualTo("completed");
  }

  @Test
  void failure_isWhyItEnded_whoeverClosed() {
    ILoggingEvent line =
        session(new Parted(Parted.By.SERVER, 1011), new CallEvent.Failed("model", "broken"));

    assertThat(line.getLevel()).isEqualTo(Level.WARN);
    assertThat(line.getKeyValuePairs())
        .contains(new KeyValuePair("failures", 1), new KeyValuePair("end", "failed:model"));
    assertThat(line.getKeyValuePairs().toString()).doesNotContain("broken");
  }

  @Test
  void failure_thatTheSessionSurvived_isCounted_andNoEnd() {
    ILoggingEvent line =
        session(
            new CallEvent.Failed("cascade", "its recogniser broke down"),
            new CallEvent.ReplyStarted(Frames.main(1)),
            new CallEvent.Failed("cascade", "its recogniser broke down"),
            new Parted(Parted.By.CLIENT, 1000));

    assertThat(line.getLevel()).isEqualTo(Level.WARN);
    assertThat(line.getKeyValuePairs())
        .contains(new KeyValuePair("failures", 2), new KeyValuePair("end", "client:1000"));
    assertThat(end(new CallEvent.Failed("model", "x"), new CallEvent.Dropped("edge", 3)))
        .isEqualTo("failed:model");
  }

  @Test
  void end_thatComesLate_isForgotten() {
    session();
    log.record("sess_1", Duration.ofSeconds(3), new Parted(Parted.By.SERVER, 1000));

    assertThat(lines.list).hasSize(1);
  }
}
