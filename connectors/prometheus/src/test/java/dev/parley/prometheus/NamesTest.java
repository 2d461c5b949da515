package dev.parley.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rules that promtool checks, and a few of Prometheus' naming guide. */
class NamesTest {

  private static final List<String> NOT_BASE_UNITS =
      List.of("milliseconds", "ms", "millis", "minutes", "hours", "kilobytes", "percent");
  private static final List<String> RESERVED_ENDS =
      List.of("_count", "_sum", "_bucket", "_created", "_info");

  @Test
  void names_followTheConventions() {
    assertThat(Metrics.all())
        .isNotEmpty()
        .allSatisfy(
            metric -> {
              assertThat(metric.name()).matches("parley(_[a-z]+)+");
              assertThat(metric.name().endsWith("_total"))
                  .isEqualTo(metric.kind() == MetricDoc.Kind.COUNTER);
              assertThat(RESERVED_ENDS).noneMatch(metric.name()::endsWith);
              assertThat(metric.name().split("_")).doesNotContainAnyElementsOf(NOT_BASE_UNITS);
              assertThat(metric.name().toLowerCase(Locale.ROOT))
                  .doesNotContain("gauge", "counter", "histogram");
              assertThat(metric.unit()).isIn("", "seconds");
              assertThat(metric.name().endsWith("_seconds"))
                  .isEqualTo(metric.unit().equals("seconds"));
            });
    assertThat(Metrics.all()).extracting(MetricDoc::name).doesNotHaveDuplicates();
  }

  @Test
  void histograms_haveAUnit_andEveryMetricHasHelp() {
    assertThat(Metrics.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.help()).matches("[A-Z][^\n|]{10,}\\.");
              if (metric.kind() == MetricDoc.Kind.HISTOGRAM) {
                assertThat(metric.unit()).isEqualTo("seconds");
              }
            });
  }

  @Test
  void labels_areNamed_explained_andNeverACallsId() {
    assertThat(Metrics.all())
        .flatExtracting(MetricDoc::labels)
        .allSatisfy(
            label -> {
              assertThat(label.name()).matches("[a-z]+").isNotIn("le", "quantile", "id", "call");
              assertThat(label.values().isEmpty()).isNotEqualTo(label.what().isEmpty());
              assertThat(label.values()).allMatch(value -> value.matches("[a-z]+"));
            });
  }

  @Test
  void documentation_isWhatIsScraped() {
    String text = new String(new Metrics(MetricsSettings.defaults()).scrape(null).body(), UTF_8);
    for (MetricDoc metric : Metrics.all()) {
      boolean silent = // has nothing to say of an open set of labels yet
          metric.labels().stream().anyMatch(label -> label.values().isEmpty());
      if (!silent) {
        assertThat(text)
            .contains("# HELP " + metric.name() + " " + metric.help() + "\n")
            .contains("# TYPE %s %s\n".formatted(metric.name(), Metric.label(metric.kind())));
      }
    }
    List<String> names = Metrics.all().stream().map(MetricDoc::name).toList();
    assertThat(text.lines().filter(line -> line.startsWith("# TYPE ")))
        .allMatch(line -> names.contains(line.replaceAll("# TYPE (\\S+) .*", "$1")));
  }

  @Test
  void labelsInWords_suitATable() {
    assertThat(Metric.REPLY_STAGE.doc().labelsInWords())
        .isEqualTo("stage: detect, decide, tools, model, playout");
    assertThat(Metric.TURNED_AWAY.doc().labelsInWords())
        .isEqualTo("status: the HTTP status; reason: a word for why");
    assertThat(Metric.TURNS.doc().labelsInWords()).isEmpty();
  }
}
