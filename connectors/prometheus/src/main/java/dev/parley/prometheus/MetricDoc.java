package dev.parley.prometheus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One metric, as documentation shows it.
 *
 * @param name as it is scraped; of a histogram, without {@code _bucket}, {@code _sum} and {@code
 *     _count}
 * @param kind how to read it
 * @param unit a base unit, or empty for a mere number
 * @param help one or two sentences
 * @param labels what splits it
 */
public record MetricDoc(String name, Kind kind, String unit, String help, List<Label> labels) {

  /** How a metric is to be read. */
  public enum Kind {
    /** Only grows. */
    COUNTER,
    /** Goes up and down. */
    GAUGE,
    /** Counts by size. */
    HISTOGRAM
  }

  /**
   * A label of a metric.
   *
   * @param values all that it can be; empty if they are few, but not known beforehand
   * @param what what such a value is
   */
  public record Label(String name, List<String> values, String what) {
    public Label {
      values = List.copyOf(values);
    }

    /** For a table: the name, and what it can be. */
    @Override
    public String toString() {
      return name + ": " + (values.isEmpty() ? what : String.join(", ", values));
    }
  }

  public MetricDoc {
    labels = List.copyOf(labels);
  }

  /** All labels in one line, for a table; empty if there are none. */
  public String labelsInWords() {
    return labels.stream().map(Label::toString).collect(Collectors.joining("; "));
  }
}
