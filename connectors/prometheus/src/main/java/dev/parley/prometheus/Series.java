package dev.parley.prometheus;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The numbers themselves, made from {@link Metric}. Label values that are known beforehand are
 * there from the start, at 0, so that rates are right from the first event. Safe for any thread,
 * and takes no lock to count.
 */
final class Series {

  private final PrometheusRegistry registry;
  private final Map<Metric, Counter> counters = new EnumMap<>(Metric.class);
  private final Map<Metric, Histogram> histograms = new EnumMap<>(Metric.class);
  private final Map<Metric, Words> words = new EnumMap<>(Metric.class);
  private final Gauge connections;

  Series(PrometheusRegistry registry, int mostWords) {
    this.registry = registry;
    for (Metric metric : Metric.values()) {
      words.put(metric, new Words(mostWords));
      switch (metric.doc().kind()) {
        case COUNTER -> counters.put(metric, counter(metric));
        case HISTOGRAM -> histograms.put(metric, histogram(metric));
        case GAUGE -> {} // is read when it is asked for
      }
    }
    MetricDoc open = Metric.CONNECTIONS_OPEN.doc();
    connections =
        Gauge.builder().name(open.name()).help(open.help()).withoutExemplars().register(registry);
  }

  void count(Metric metric, String... labels) {
    add(metric, 1, labels);
  }

  void add(Metric metric, long howMany, String... labels) {
    the(counters, metric).labelValues(labels).inc(howMany);
  }

  /** A value of a label of this metric that is not known beforehand. */
  String word(Metric metric, String raw) {
    return wordsOf(metric).of(raw);
  }

  Words wordsOf(Metric metric) {
    return the(words, metric);
  }

  void observe(Metric metric, long nanos, String... labels) {
    the(histograms, metric).labelValues(labels).observe(Nanos.seconds(nanos));
  }

  /** From one time to another. A negative span is taken as 0, and counted. */
  void span(Metric metric, long from, long to, String... labels) {
    if (to < from) {
      String histogram = Metric.label(metric);
      count(
          Metric.CLAMPED,
          labels.length == 0 ? histogram : histogram + "." + String.join(".", labels));
    }
    observe(metric, Math.max(0, to - from), labels);
  }

  void connected() {
    connections.inc();
  }

  void disconnected() {
    connections.dec();
  }

  /** A gauge that is read when somebody scrapes. */
  void gauge(Metric metric, Consumer<GaugeWithCallback.Callback> reading) {
    MetricDoc doc = metric.doc();
    GaugeWithCallback.Builder gauge =
        GaugeWithCallback.builder()
            .name(doc.name())
            .help(doc.help())
            .labelNames(names(doc))
            .callback(reading);
    if (!doc.unit().isEmpty()) {
      gauge.unit(new Unit(doc.unit()));
    }
    gauge.register(registry);
  }

  private Counter counter(Metric metric) {
    MetricDoc doc = metric.doc();
    Counter counter =
        Counter.builder()
            .name(doc.name())
            .help(doc.help())
            .labelNames(names(doc))
            .withoutExemplars()
            .register(registry);
    starts(doc.labels()).forEach(counter::initLabelValues);
    return counter;
  }

  private Histogram histogram(Metric metric) {
    MetricDoc doc = metric.doc();
    Histogram histogram =
        Histogram.builder()
            .name(doc.name())
            .help(doc.help())
            .unit(new Unit(doc.unit()))
            .labelNames(names(doc))
            .classicOnly()
            .classicUpperBounds(metric.buckets().ends())
            .withoutExemplars()
            .register(registry);
    starts(doc.labels()).forEach(histogram::initLabelValues);
    return histogram;
  }

  private static String[] names(MetricDoc doc) {
    return doc.labels().stream().map(MetricDoc.Label::name).toArray(String[]::new);
  }

  /** All combinations of label values, if they are known; none for a metric without labels. */
  private static List<String[]> starts(List<MetricDoc.Label> labels) {
    List<List<String>> all = List.of(List.of());
    for (MetricDoc.Label label : labels) {
      all =
          all.stream()
              .flatMap(start -> label.values().stream().map(value -> with(start, value)))
              .toList();
    }
    return labels.isEmpty()
        ? List.of()
        : all.stream().map(values -> values.toArray(String[]::new)).toList();
  }

  private static List<String> with(List<String> start, String value) {
    List<String> longer = new ArrayList<>(start);
    longer.add(value);
    return longer;
  }

  private static <T> T the(Map<Metric, T> of, Metric metric) {
    T found = of.get(metric);
    if (found == null) {
      throw new IllegalArgumentException(metric + " is of another kind");
    }
    return found;
  }
}
