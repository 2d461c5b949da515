package dev.parley.app.talk;

import dev.parley.app.report.CallReport;
import dev.parley.app.report.Percentiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last lines of a talk. */
final class Summary {

  private Summary() {}

  static String of(CallReport report, Path out) {
    String drops =
        report.drops().isEmpty()
            ? "nothing dropped"
            : "frames thrown away: " + list(report.drops());
    return """

    %s, %s; %s
    reply         %s
    interruption  %s
    %s
    open %s to see and hear it
    """
        .formatted(
            count(report.turns().size(), "turn"),
            count(report.interruptions().size(), "interruption"),
            drops,
            figures(report.latency().replyMs(), "from the end of speech to the first audio"),
            figures(report.latency().interruptionMs(), "from the caller's onset to the cut"),
            report.clock().equals("virtual")
                ? "virtual clock: these latencies are algorithmic delay, without computing time"
                : "real clock",
            out.resolve("call.html"))
        .stripTrailing();
  }

  private static String figures(@Nullable Percentiles ms, String what) {
    return ms == null
        ? "none"
        : "p50 %.0f ms, p95 %.0f ms, max %.0f ms %s".formatted(ms.p50(), ms.p95(), ms.max(), what);
  }

  private static String list(Map<String, Long> drops) {
    return drops.entrySet().stream()
        .map(edge -> edge.getValue() + " at " + edge.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
