package dev.parley.prometheus;

import dev.parley.prometheus.Metric.ToolEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * One call's tool calls, until they are answered. Keeps a hash of each id and nothing of what is
 * asked and answered. One owner.
 */
final class ToolTimes {

  /** Calls that can be open at a time; of more, the oldest are taken as unanswered. */
  private static final int MOST_OPEN = 16;

  /** How the engine, and most clients, begin a result that is none. */
  private static final String ERROR = "{\"error\":";

  private record Open(int id, long at) {}

  private final Series series;
  private final List<Open> open = new ArrayList<>(0);

  ToolTimes(Series series) {
    this.series = series;
  }

  void called(String callId, long at) {
    int id = callId.hashCode();
    if (open.stream().anyMatch(call -> call.id == id)) {
      return; // its effect happens once
    }
    if (open.size() == MOST_OPEN) {
      open.removeFirst();
      over(ToolEnd.UNANSWERED);
    }
    open.add(new Open(id, at));
  }

  void returned(String callId, String output, long at) {
    int id = callId.hashCode();
    for (Open call : open) {
      if (call.id == id) {
        open.remove(call);
        over(output.startsWith(ERROR) ? ToolEnd.FAILED : ToolEnd.RETURNED);
        series.span(Metric.TOOL_DURATION, call.at, at);
        return;
      }
    }
  }

  /** Nobody will answer any more. */
  void settle() {
    open.forEach(call -> over(ToolEnd.UNANSWERED));
    open.clear();
  }

  private void over(ToolEnd end) {
    series.count(Metric.TOOL_CALLS, Metric.label(end));
  }
}
