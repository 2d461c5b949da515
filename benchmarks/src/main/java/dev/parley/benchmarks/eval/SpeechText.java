package dev.parley.benchmarks.eval;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was understood as tables of at most 100 columns. */
final class SpeechText {

  private static final String HEAD = "  %-8s %5s %6s %13s %6s %9s %10s %13s %7s%n";

  private static final String READBACK = "  %-19s %-7s %4s %6s %6s %6s %6s %7s %6s %5s%n";

  private final PrintStream out;

  SpeechText(PrintStream out) {
    this.out = out;
  }

  void print(CodesReport report) {
    format(
        "%nSpelled names, codes, numbers and commands to JSON, recogniser %s%n%n",
        report.recogniser());
    format(HEAD, "effort", "n", "exact", "95 %", "WER", "accepted", "precision", "95 %", "CPU s/s");
    report.steps().forEach(this::row);
    format(
        "  accepted: an agent would act without a question back; precision: exact among those%n%n");
    for (CodesReport.Pair pair : report.pairs()) {
      format(
          "  %-16s %3d gained, %3d lost, p = %.3f (McNemar)%n",
          name(pair.from()) + " to " + name(pair.to()),
          pair.exact().gained(),
          pair.exact().lost(),
          pair.exact().p());
    }
  }

  private void row(CodesReport.Step step) {
    format(
        HEAD,
        name(step.effort()),
        step.exact().of(),
        rate(step.exact().rate()),
        interval(step.exact()),
        rate(step.errors().rate()),
        step.accepted().of(),
        rate(step.accepted().rate()),
        interval(step.accepted()),
        rate(step.cpuPerSecond()));
  }

  void print(DictationReport report) {
    format(
        "%nDictation, recogniser %s: sentences whose words nobody knows before.%n",
        report.recogniser());
    format("Offline dictation is poor: good for a gist, not for a record.%n%n");
    format("  %-8s %5s %6s %6s%n", "language", "n", "words", "WER");
    report
        .languages()
        .forEach(
            (language, found) ->
                format(
                    "  %-8s %5d %6d %6s%s%n",
                    language,
                    found.recordings(),
                    found.errors().words(),
                    rate(found.errors().rate()),
                    found.isRecognised() ? "" : "  not recognised: no model"));
  }

  void print(ReadbackReport report) {
    format("%nSpelled codes read back and corrected, recogniser %s%n%n", report.recogniser());
    format(
        READBACK, "voice", "effort", "n", "right", "same", "alpha", "places", "called", "asked",
        "lost");
    for (ReadbackReport.Row row : report.rows()) {
      List<Share> after = List.copyOf(row.after().values());
      format(
          READBACK,
          row.voice(),
          name(row.effort()),
          row.right().of(),
          rate(row.right().rate()),
          rate(after.get(0).rate()),
          rate(after.get(1).rate()),
          rate(after.get(2).rate()),
          row.called().hits() + "/" + row.called().of(),
          row.asked(),
          row.notUnderstood());
    }
    format(
        "  right: at once, or with at most one correction: the code once more in the same"
            + " words,%n");
    format(
        "  or in alpha bravo, or by places (\"no, the fifth is alpha\"); called: right of those"
            + " that%n");
    format("  were called without reading back; asked for again; lost: not understood%n");
  }

  private static String name(Enum<?> effort) {
    return effort.name().toLowerCase(Locale.ROOT);
  }

  private static String rate(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String interval(Share share) {
    return String.format(Locale.ROOT, "%.3f-%.3f", share.low(), share.high());
  }

  private void format(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }
}
