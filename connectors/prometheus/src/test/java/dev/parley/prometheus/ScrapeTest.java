package dev.parley.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrapeTest {

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());

  @Test
  void scrape_withoutAccept_isThePlainTextFormat() {
    new Story(metrics, "call-1").opened().turn(1500, 0, 1000, 1500);
    Scrape scrape = metrics.scrape(null);

    assertThat(scrape.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(new String(scrape.body(), UTF_8))
        .contains(
            """
            # HELP parley_turns_total Turns of callers that a turn detector or the client ended.
            # TYPE parley_turns_total counter
            parley_turns_total 1.0
            """);
  }

  @Test
  void scrape_forOpenMetrics_hasUnitsAndAnEnd() {
    new Story(metrics, "call-1").opened().closed(2500);
    Scrape scrape =
        metrics.scrape("application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3");

    assertThat(scrape.contentType())
        .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
    assertThat(new String(scrape.body(), UTF_8))
        .contains(
            """
            # TYPE parley_session_duration_seconds histogram
            # UNIT parley_session_duration_seconds seconds
            # HELP parley_session_duration_seconds How long calls lasted.
            parley_session_duration_seconds_bucket{le="1.0"} 0
            parley_session_duration_seconds_bucket{le="5.0"} 1
            """)
        .endsWith("# EOF\n");
  }

  @Test
  void scrape_forProtobuf_isText() {
    assertThat(
            metrics
                .scrape("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily")
                .contentType())
        .startsWith("text/plain");
  }

  @Test
  void knownLabels_areThereFromTheStart() {
    assertThat(Scraped.text(metrics))
        .contains("parley_interruptions_total{kind=\"resumed\"} 0.0\n")
        .contains("parley_replies_total{lane=\"say\",outcome=\"limited\"} 0.0\n")
        .contains("parley_reply_stage_seconds_count{stage=\"tools\"} 0\n");
  }

  @Test
  void metricsOfTwoNodes_shareNothing() {
    new Story(metrics, "call-1").opened();

    assertThat(Scraped.moved(new Metrics(MetricsSettings.defaults()))).isEmpty();
  }

  @Test
  void toString_tellsTheLengthOnly() {
    assertThat(new Scrape("text/plain", new byte[3])).hasToString("Scrape[text/plain, 3 bytes]");
  }
}
