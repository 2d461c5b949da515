package dev.parley.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Lines of a scrape in the text format. */
final class Scraped {

  private Scraped() {}

  static String text(Metrics metrics) {
    return new String(metrics.scrape(null).body(), UTF_8);
  }

  /** All lines of one metric that are neither 0 nor a bucket. */
  static List<String> moved(Metrics metrics, String name) {
    return text(metrics)
        .lines()
        .filter(line -> line.matches(name + "(_sum|_count)?[ {].*"))
        .filter(line -> !line.endsWith(" 0.0") && !line.endsWith(" 0"))
        .map(line -> line.substring("parley_".length()))
        .toList();
  }

  /** All values that are neither 0 nor of a bucket. */
  static List<String> moved(Metrics metrics) {
    return text(metrics)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.contains("_bucket"))
        .filter(line -> !line.endsWith(" 0.0") && !line.endsWith(" 0"))
        .map(line -> line.substring("parley_".length()))
        .toList();
  }
}
