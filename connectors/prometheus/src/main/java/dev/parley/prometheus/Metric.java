package dev.parley.prometheus;

import static dev.parley.prometheus.MetricDoc.Kind.COUNTER;
import static dev.parley.prometheus.MetricDoc.Kind.GAUGE;
import static dev.parley.prometheus.MetricDoc.Kind.HISTOGRAM;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every metric that there is: its name, kind, unit, words and labels stand here and only here. */
@SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists, without the annotation
enum Metric {
  SESSIONS_OPEN(GAUGE, "parley_sessions_open", "", "Calls that are open now."),
  SESSIONS_OPENED(COUNTER, "parley_sessions_opened_total", "", "Calls that were opened."),
  SESSIONS_CLOSED(
      COUNTER,
      "parley_sessions_closed_total",
      "",
      "Calls that came to their end.",
      of("outcome", SessionEnd.class)),
  SESSIONS_FAILED(
      COUNTER,
      "parley_sessions_failed_total",
      "",
      "Calls that ended because something failed.",
      few("where", "the stage or model, or `call`")),
  SESSIONS_FORGOTTEN(
      COUNTER,
      "parley_sessions_forgotten_total",
      "",
      "Calls whose end never came, and that are no longer watched."),
  SESSION_FAULTS(
      COUNTER,
      "parley_session_faults_total",
      "",
      "Faults in calls, whether the call survived them or not.",
      few("where", "the stage or model, or `call`")),
  SESSION_DURATION(
      HISTOGRAM,
      "parley_session_duration_seconds",
      "seconds",
      "How long calls lasted.",
      Buckets.CALLS),
  TURNS(
      COUNTER,
      "parley_turns_total",
      "",
      "Turns of callers that a turn detector or the client ended."),
  REPLIES(
      COUNTER,
      "parley_replies_total",
      "",
      "Replies that are over.",
      of("lane", Epoch.Lane.class),
      of("outcome", ReplySignal.Outcome.class)),
  REPLY_LATENCY(
      HISTOGRAM,
      "parley_reply_latency_seconds",
      "seconds",
      "From the end of the caller's speech until the first audio of the reply left.",
      Buckets.SPANS),
  REPLY_STAGE(
      HISTOGRAM,
      "parley_reply_stage_seconds",
      "seconds",
      "The reply latency, split: until the turn was known to be over (detect), the model was asked"
          + " (decide), asked again with what tools had answered (tools), the reply's first frame"
          + " came (model), its first audio left (playout).",
      Buckets.SPANS,
      of("stage", ReplyStage.class)),
  INTERRUPTIONS(
      COUNTER,
      "parley_interruptions_total",
      "",
      "Audible replies that the caller spoke into: cut by speech (true), cut by less than 300 ms"
          + " of speech (false), held and taken up again (resumed).",
      of("kind", Interruption.class)),
  BARGE_IN_SILENCE(
      HISTOGRAM,
      "parley_barge_in_silence_seconds",
      "seconds",
      "From the onset of the caller's speech until nothing more of the reply went out.",
      Buckets.SPANS),
  BARGE_IN_STAGE(
      HISTOGRAM,
      "parley_barge_in_stage_seconds",
      "seconds",
      "The way to silence, split: until the detector said so (detect), the cut was asked for"
          + " (decide); and from there, side by side, until the playout had cut (cut), the model"
          + " had stopped (cancel), the door had told its far end (flush).",
      Buckets.SPANS,
      of("stage", BargeInStage.class)),
  CLAMPED(
      COUNTER,
      "parley_clamped_spans_total",
      "",
      "Spans that came out negative, and were taken as 0: clocks or events out of order.",
      few("span", "the histogram and its stage")),
  DROPPED_FRAMES(
      COUNTER,
      "parley_dropped_frames_total",
      "",
      "Frames that were thrown away.",
      few("edge", "where, and why")),
  QUEUE(
      GAUGE,
      "parley_queue_seconds",
      "seconds",
      "Audio that waits now, in all open calls together.",
      few("edge", "where it waits")),
  QUEUE_MAX(
      GAUGE,
      "parley_queue_max_seconds",
      "seconds",
      "Audio that waits now in the open call where most does.",
      few("edge", "where it waits")),
  TOOL_CALLS(
      COUNTER,
      "parley_tool_calls_total",
      "",
      "Tool calls that are over: answered (returned), answered with an error (failed), open when"
          + " the session ended (unanswered).",
      of("outcome", ToolEnd.class)),
  TOOL_DURATION(
      HISTOGRAM,
      "parley_tool_call_duration_seconds",
      "seconds",
      "From a tool call until its answer.",
      Buckets.SPANS),
  ERRORS_TOLD(
      COUNTER,
      "parley_errors_told_total",
      "",
      "Errors that clients were told of.",
      few("code", "the protocol's code")),
  REQUESTS_REFUSED(
      COUNTER,
      "parley_requests_refused_total",
      "",
      "What was asked of a session and could not be done."),
  CONNECTIONS_OPEN(GAUGE, "parley_connections_open", "", "Connections that are open now."),
  CONNECTIONS_OPENED(
      COUNTER, "parley_connections_opened_total", "", "Connections that were opened."),
  CONNECTIONS_CLOSED(
      COUNTER,
      "parley_connections_closed_total",
      "",
      "Connections that are gone.",
      few("code", "the close code; `3xxx` and `4xxx` for applications' own")),
  TURNED_AWAY(
      COUNTER,
      "parley_connections_turned_away_total",
      "",
      "Who was not let in.",
      few("status", "the HTTP status"),
      few("reason", "a word for why")),
  LOOP_BLOCKED(
      HISTOGRAM,
      "parley_loop_blocked_seconds",
      "seconds",
      "How long threads that serve many calls did not get on.",
      Buckets.BLOCKS);

  /** How a call came to its end. */
  enum SessionEnd {
    COMPLETED,
    FAILED
  }

  /** The way from the end of speech to the reply. */
  enum ReplyStage {
    DETECT,
    DECIDE,
    TOOLS,
    MODEL,
    PLAYOUT
  }

  /** What became of a reply that the caller spoke into. */
  enum Interruption {
    TRUE,
    FALSE,
    RESUMED
  }

  /** The way from a barge-in to silence. */
  enum BargeInStage {
    DETECT,
    DECIDE,
    CUT,
    CANCEL,
    FLUSH
  }

  /** What became of a tool call. */
  enum ToolEnd {
    RETURNED,
    FAILED,
    UNANSWERED
  }

  private final MetricDoc doc;
  private final Buckets buckets;

  Metric(MetricDoc.Kind kind, String name, String unit, String help, MetricDoc.Label... labels) {
    this(kind, name, unit, help, Buckets.NONE, labels);
  }

  Metric(
      MetricDoc.Kind kind,
      String name,
      String unit,
      String help,
      Buckets buckets,
      MetricDoc.Label... labels) {
    this.doc = new MetricDoc(name, kind, unit, help, List.of(labels));
    this.buckets = buckets;
  }

  MetricDoc doc() {
    return doc;
  }

  Buckets buckets() {
    return buckets;
  }

  /** A constant as a label's value. */
  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static MetricDoc.Label of(String name, Class<? extends Enum<?>> type) {
    List<String> values = Arrays.stream(type.getEnumConstants()).map(Metric::label).toList();
    return new MetricDoc.Label(name, values, "");
  }

  private static MetricDoc.Label few(String name, String what) {
    return new MetricDoc.Label(name, List.of(), what);
  }
}
