package dev.parley.prometheus;

import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.NodeEvent;
import dev.parley.engine.telemetry.NodeTelemetry;
import dev.parley.engine.telemetry.Telemetry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one node: listens to its calls and to the node itself, and is scraped. What
 * happens is counted when it happens, not at a call's end.
 *
 * <p>Safe for any thread. Recording is quick enough for event loops and never throws; scraping
 * walks all open calls and makes some tens of kilobytes, so it belongs on another thread.
 */
public final class Metrics implements Telemetry, NodeTelemetry {

  private static final int BODY = 32 * 1024;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Series series;
  private final LiveCalls calls;

  public Metrics(MetricsSettings settings) {
    series = new Series(registry, settings.mostWords());
    calls = new LiveCalls(series, settings);
    series.gauge(Metric.SESSIONS_OPEN, gauge -> gauge.call(calls.size()));
    series.gauge(
        Metric.QUEUE,
        gauge -> calls.waiting().forEach((edge, w) -> gauge.call(Nanos.seconds(w.sum()), edge)));
    series.gauge(
        Metric.QUEUE_MAX,
        gauge -> calls.waiting().forEach((edge, w) -> gauge.call(Nanos.seconds(w.max()), edge)));
  }

  /** Every metric that can be scraped, for documentation. */
  public static List<MetricDoc> all() {
    return Arrays.stream(Metric.values()).map(Metric::doc).toList();
  }

  @Override
  public void record(String callId, Duration time, CallEvent event) {
    long at = Nanos.of(time);
    count(event);
    switch (event) {
      case CallEvent.Opened(var depths) -> {
        series.count(Metric.SESSIONS_OPENED);
        calls.open(callId, depths);
      }
      case CallEvent.Closed closed -> calls.remove(callId).ifPresent(call -> closed(call, at));
      default -> {
        LiveCall call = calls.find(callId);
        if (call != null) {
          call.take(event, at);
        }
      }
    }
  }

  @Override
  public void record(NodeEvent event) {
    switch (event) {
      case NodeEvent.Connected connected -> {
        series.count(Metric.CONNECTIONS_OPENED);
        series.connected();
      }
      case NodeEvent.Disconnected(int code) -> {
        series.count(Metric.CONNECTIONS_CLOSED, closeCode(code));
        series.disconnected();
      }
      case NodeEvent.TurnedAway(int status, String reason) ->
          series.count(
              Metric.TURNED_AWAY, httpStatus(status), series.word(Metric.TURNED_AWAY, reason));
      case NodeEvent.Blocked(String thread, Duration span) ->
          series.span(Metric.LOOP_BLOCKED, 0, Nanos.of(span));
    }
  }

  /**
   * All metrics by now.
   *
   * @param accept the request's header of that name, if it has one: those who can read OpenMetrics
   *     get it, all others the text format that every Prometheus reads
   */
  public Scrape scrape(@Nullable String accept) {
    ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    ExpositionFormatWriter writer =
        openMetrics.accepts(accept) ? openMetrics : PrometheusTextFormatWriter.create();
    ByteArrayOutputStream body = new ByteArrayOutputStream(BODY);
    try {
      writer.write(body, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return new Scrape(writer.getContentType(), body.toByteArray());
  }

  /** What needs no memory of the call, and is counted even if the call is not known any more. */
  private void count(CallEvent event) {
    switch (event) {
      case CallEvent.Caller(Signal.TurnEnded ended) -> series.count(Metric.TURNS);
      case CallEvent.Committed committed -> series.count(Metric.TURNS);
      case CallEvent.ReplyOver(var epoch, var outcome) ->
          series.count(Metric.REPLIES, Metric.label(epoch.lane()), Metric.label(outcome));
      case CallEvent.Dropped(String edge, long frames) -> {
        if (frames > 0) {
          series.add(Metric.DROPPED_FRAMES, frames, series.word(Metric.DROPPED_FRAMES, edge));
        }
      }
      case CallEvent.Complained(String code) ->
          series.count(Metric.ERRORS_TOLD, series.word(Metric.ERRORS_TOLD, code));
      case CallEvent.Refused refused -> series.count(Metric.REQUESTS_REFUSED);
      case CallEvent.Failed failed ->
          series.count(Metric.SESSION_FAULTS, series.word(Metric.SESSION_FAULTS, failed.where()));
      default -> {} // a step on the way of something that is counted at its end
    }
  }

  private void closed(LiveCall call, long at) {
    Optional<String> failedIn = call.settle();
    failedIn.ifPresent(
        where -> series.count(Metric.SESSIONS_FAILED, series.word(Metric.SESSIONS_FAILED, where)));
    Metric.SessionEnd end =
        failedIn.isPresent() ? Metric.SessionEnd.FAILED : Metric.SessionEnd.COMPLETED;
    series.count(Metric.SESSIONS_CLOSED, Metric.label(end));
    series.span(Metric.SESSION_DURATION, 0, at);
  }

  private static String httpStatus(int status) {
    return status >= 100 && status < 600 ? Integer.toString(status) : Words.OTHER;
  }

  /** Clients may close with any of thousands of codes of their own. */
  private static String closeCode(int code) {
    return switch (code / 1000) {
      case 1 -> code <= 1015 ? Integer.toString(code) : Words.OTHER;
      case 3 -> "3xxx";
      case 4 -> "4xxx";
      default -> Words.OTHER;
    };
  }
}
