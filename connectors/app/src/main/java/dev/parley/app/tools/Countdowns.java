package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.tool.ToolBox;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The timers of one call: they fire in the call, or end with it. Safe for any thread. */
final class Countdowns {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST = 20;

  private static final String LABELS =
      """
      {"anyOf":[{"enum":["tea","coffee","egg","pasta","rice","pizza","bread","cake","laundry",
        "break","nap","meeting","parking"]},{"type":"string","minLength":1,"maxLength":40}],
       "description":"label: what it is for"}\
      """;

  private static final LocalTool START =
      new LocalTool(
          "start_timer",
          "Start a timer. It tells when its time is over.",
          """
          {"type":"object","required":["duration"],"additionalProperties":false,
           "x-phrases":["set a timer for {duration}","start a timer for {duration}",
             "set a {label} timer for {duration}","start the {label} timer for {duration}",
             "remind me in {duration}","wake me in {duration}"],
           "properties":{
             "duration":{"type":["string","integer"],"format":"duration","minimum":1,
               "maximum":86400,"title":"how long",
               "description":"an ISO 8601 duration such as PT5M, or a number of seconds"},
             "label":%s}}
          """
              .formatted(LABELS));

  private static final LocalTool CANCEL =
      new LocalTool(
          "cancel_timer",
          "Stop a timer.",
          """
          {"type":"object","additionalProperties":false,
           "x-phrases":["stop the timer","stop the {label} timer","cancel the timer",
             "cancel the {label} timer"],
           "properties":{"label":%s}}
          """
              .formatted(LABELS));

  private final CallLine line;
  private final SequencedMap<Long, Countdown> running = new LinkedHashMap<>();
  private long started;

  private record Countdown(String name, Duration span, Runnable cancel) {}

  Countdowns(CallLine line) {
    this.line = line;
  }

  ToolBox into(ToolBox box) {
    return CANCEL.into(START.into(box, this::start), this::cancel);
  }

  private JsonNode start(JsonNode arguments) {
    Duration span;
    try {
      span = span(arguments.path("duration"));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Answers.error("the duration is none");
    }
    if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
      return Answers.error("a timer runs from one second to twenty-four hours");
    }
    String name = name(arguments);
    synchronized (running) {
      if (running.size() >= MOST) {
        return Answers.error("there are " + MOST + " timers already");
      }
      boolean isThere = running.values().stream().anyMatch(one -> one.name().equals(name));
      if (arguments.has("label") && isThere) {
        return Answers.error("there is a " + name + " already");
      }
      String over = "The %s of %s is over.".formatted(name, Spans.inWords(span));
      long number = ++started;
      Runnable cancel = line.after(span, () -> fire(number, over));
      running.put(number, new Countdown(name, span, cancel));
    }
    return Answers.object()
        .put("timer", name)
        .put("time", Spans.inWords(span))
        .put("seconds", span.toSeconds());
  }

  private void fire(long number, String over) {
    synchronized (running) {
      running.remove(number);
    }
    line.say(over);
  }

  /** The named one, or the youngest. */
  private JsonNode cancel(JsonNode arguments) {
    String name = name(arguments);
    synchronized (running) {
      for (var each : running.reversed().entrySet()) {
        Countdown one = each.getValue();
        if (!arguments.has("label") || one.name().equals(name)) {
          one.cancel().run();
          running.remove(each.getKey());
          return Answers.object().put("timer", one.name()).put("time", Spans.inWords(one.span()));
        }
      }
    }
    return Answers.error("there is no " + name + " running");
  }

  private static String name(JsonNode arguments) {
    return arguments.has("label") ? arguments.path("label").asText().strip() + " timer" : "timer";
  }

  private static Duration span(JsonNode duration) {
    return duration.isNumber()
        ? Duration.ofSeconds(duration.asLong())
        : Duration.parse(duration.asText());
  }
}
