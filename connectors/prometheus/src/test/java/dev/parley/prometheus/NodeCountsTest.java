package dev.parley.prometheus;

import static dev.parley.prometheus.Scraped.moved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.telemetry.NodeEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeCountsTest {

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());

  @Test
  void connections_areCountedByCloseCode() {
    for (int i = 0; i < 7; i++) {
      metrics.record(new NodeEvent.Connected());
    }
    metrics.record(new NodeEvent.Disconnected(1000));
    metrics.record(new NodeEvent.Disconnected(1006));
    metrics.record(new NodeEvent.Disconnected(4000));
    metrics.record(new NodeEvent.Disconnected(4999));
    metrics.record(new NodeEvent.Disconnected(3001));
    metrics.record(new NodeEvent.Disconnected(-1));

    assertThat(moved(metrics))
        .containsExactly(
            "connections_closed_total{code=\"1000\"} 1.0",
            "connections_closed_total{code=\"1006\"} 1.0",
            "connections_closed_total{code=\"3xxx\"} 1.0",
            "connections_closed_total{code=\"4xxx\"} 2.0",
            "connections_closed_total{code=\"other\"} 1.0",
            "connections_open 1.0",
            "connections_opened_total 7.0");
  }

  @Test
  void turnedAway_isCountedByStatusAndReason() {
    metrics.record(new NodeEvent.TurnedAway(429, "rate"));
    metrics.record(new NodeEvent.TurnedAway(429, "rate"));
    metrics.record(new NodeEvent.TurnedAway(403, "Origin https://evil.example is not allowed"));
    metrics.record(new NodeEvent.TurnedAway(99_999, "rate"));

    assertThat(moved(metrics))
        .containsExactly(
            "connections_turned_away_total{reason=\"other\",status=\"403\"} 1.0",
            "connections_turned_away_total{reason=\"rate\",status=\"429\"} 2.0",
            "connections_turned_away_total{reason=\"rate\",status=\"other\"} 1.0");
  }

  @Test
  void blockedLoops_areTimed() {
    metrics.record(new NodeEvent.Blocked("io-1", Duration.ofMillis(250)));
    metrics.record(new NodeEvent.Blocked("io-2", Duration.ofMillis(500)));

    assertThat(moved(metrics))
        .containsExactly("loop_blocked_seconds_count 2", "loop_blocked_seconds_sum 0.75");
  }
}
