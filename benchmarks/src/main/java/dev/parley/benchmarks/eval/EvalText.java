package dev.parley.benchmarks.eval;

import dev.parley.benchmarks.eval.VadReport.FalseStart;
import dev.parley.benchmarks.eval.VadReport.Group;
import dev.parley.benchmarks.eval.VadReport.Quiet;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints a result as tables of at most 100 columns. */
final class EvalText {

  private static final String HEAD = "  %-13s %5s %6s  %9s %6s %6s %6s   %5s %5s %5s %6s%n";
  private static final String ROW =
      "%s %-13s %5d %6.0f  %9.3f %6.3f %6.3f %6.3f   %5s %5s %5d %6d%n";

  private final PrintStream out;

  EvalText(PrintStream out) {
    this.out = out;
  }

  void print(EvalResult result) {
    result.vad().ifPresent(vad -> print(vad, result.detector()));
    result.calls().ifPresent(calls -> print(calls, "Calls", result.detector()));
    result
        .phone()
        .ifPresent(calls -> print(calls, "Telephone calls, cut by \"clear\",", result.detector()));
    SpeechText speech = new SpeechText(out);
    result.codes().ifPresent(speech::print);
    result.dictation().ifPresent(speech::print);
    result.readback().ifPresent(speech::print);
    if (!result.problems().isEmpty()) {
      format("%nNot scored:%n");
      result.problems().forEach(problem -> format("  %s%n", problem));
    }
  }

  private void print(VadReport vad, String detector) {
    format("Speech detector %s, frames of 10 ms against the labels%n%n", detector);
    format(HEAD, "kind", "n", "s", "precision", "recall", "F1", "F1 now", "onset", "ms", "n", "");
    format(HEAD, "", "", "", "", "", "", "", "p50", "p90", "", "missed");
    vad.groups().forEach(this::row);
    row(vad.pooled());
    format("  * in the pool; F1 now: by when speech was told, not by where it was said to be%n%n");
    Delays onsets = vad.pooled().onsets();
    line("onset to SpeechStarted", delays(onsets, 50, 90));
    line("", vad.pooled().openAlready() + " onsets more while an earlier sound was still open");
    line("end to SpeechStopped", delays(vad.endings(), 50, 90));
    line("false starts", text("%s; %.2f a minute", quiet(vad.quiet()), vad.falseStartsPerMinute()));
    for (FalseStart start : vad.falseStarts()) {
      line("", text("%s at %.2f s", start.recording(), start.second()));
    }
    line("starts in babble", quiet(vad.babble()));
    line("computing", text("%.2f ms CPU for 1 s of audio", vad.cpuMillisPerSecond()));
  }

  private void print(CallReport calls, String title, String detector) {
    format(
        "%n%s in a virtual world, detector %s: algorithmic delay, without computing and"
            + " network%n%n",
        title, detector);
    bargeIns("barge-ins, made", calls.made());
    bargeIns("barge-ins, recorded", calls.recorded());
    negatives("false cuts", calls.negatives());
    negatives("cuts in babble", calls.babble());
    line("stale frames", calls.staleFrames() + " left the playout after a cut");
    line("heard", calls.heardErrorSamplesMax() + " samples at most from what left the playout");
  }

  private void row(Group group) {
    format(
        ROW,
        group.counts() ? "*" : " ",
        group.name(),
        group.recordings(),
        group.seconds(),
        group.frames().precision(),
        group.frames().recall(),
        group.frames().f1(),
        group.causal().f1(),
        millis(group.onsets().percentile(50)),
        millis(group.onsets().percentile(90)),
        group.onsets().count(),
        group.onsets().missed());
  }

  private void bargeIns(String name, CallReport.BargeIns some) {
    line(
        name,
        text(
            "%d of %d cut, %d missed, %d reply over first, %d cut early",
            some.cuts().count(), some.calls(), some.cuts().missed(), some.over(), some.early()));
    if (some.calls() > 0) {
      line("  onset to cut", delays(some.cuts(), 50, 95));
      list("  slowest", some.slowest());
    }
  }

  private void negatives(String name, CallReport.Negatives some) {
    line(name, text("%d of %d calls", some.cut(), some.calls()));
    list("  by", some.by());
  }

  private void list(String name, List<String> entries) {
    String label = name;
    for (String entry : entries) {
      line(label, entry);
      label = "";
    }
  }

  private static String delays(Delays delays, int middle, int high) {
    return text(
        "p%d %s ms, p%d %s ms, max %s ms (n=%d, %d missed)",
        middle,
        millis(delays.percentile(middle)),
        high,
        millis(delays.percentile(high)),
        millis(delays.percentile(100)),
        delays.count(),
        delays.missed());
  }

  private static String quiet(Quiet quiet) {
    return text(
        "%d in %.1f minutes (%d recordings)", quiet.starts(), quiet.minutes(), quiet.recordings());
  }

  private static String millis(double value) {
    return Double.isNaN(value) ? "-" : text("%.0f", value);
  }

  private void line(String name, String value) {
    format("  %-24s%s%n", name, value);
  }

  private void format(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
