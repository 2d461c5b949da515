package dev.parley.recorder.file;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.recorder.format.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * What was said, by whom and when, as WebVTT. Times are those of {@link Layout#HEARD}. One owner.
 */
final class Captions {

  private final Map<Epoch, Line> agent = new LinkedHashMap<>();
  private final List<Cue> cues = new ArrayList<>();
  private long turnStart;

  private static final class Line {
    private final long from;
    private long to;
    private final StringBuilder text = new StringBuilder();

    Line(long from) {
      this.from = from;
      this.to = from;
    }
  }

  private record Cue(long from, long to, String who, String text) {}

  /**
   * Something was decided.
   *
   * @param millis where in the audio
   */
  void add(CallEvent event, long millis) {
    switch (event) {
      case CallEvent.Caller(Signal.TurnEnded turn) ->
          turnStart = Math.round(turn.speechStart().millis());
      case CallEvent.Caller(Signal.SpeechStarted speech) when turnStart < 0 ->
          turnStart = Math.round(speech.at().millis());
      case CallEvent.Caller(Signal.Words words) when words.complete() -> {
        long to = Math.round(words.at().millis());
        cues.add(new Cue(Math.min(Math.max(0, turnStart), to), to, "Caller", words.text()));
        turnStart = -1;
      }
      case CallEvent.Said said -> {
        Line line = agent.computeIfAbsent(said.epoch(), epoch -> new Line(millis));
        line.text.append(said.text());
        line.to = millis;
      }
      case CallEvent.ReplyOver over -> {
        Line line = agent.remove(over.epoch());
        if (line != null) {
          cues.add(new Cue(line.from, Math.max(line.to, millis), "Agent", line.text.toString()));
        }
      }
      default -> {}
    }
  }

  String text(Texts texts) {
    List<Cue> all = new ArrayList<>(cues);
    agent.values().forEach(l -> all.add(new Cue(l.from, l.to, "Agent", l.text.toString())));
    all.sort(Comparator.comparingLong(Cue::from));
    StringBuilder vtt = new StringBuilder("WEBVTT\n");
    for (Cue cue : all) {
      vtt.append("\n%s --> %s\n".formatted(time(cue.from), time(Math.max(cue.to, cue.from + 1))))
          .append("<v %s>%s\n".formatted(cue.who, line(texts.of(cue.text))));
    }
    return vtt.toString();
  }

  private static String time(long millis) {
    LongUnaryOperator minutes = ms -> ms / 60_000 % 60;
    return "%02d:%02d:%02d.%03d"
        .formatted(
            millis / 3_600_000, minutes.applyAsLong(millis), millis / 1000 % 60, millis % 1000);
  }

  /** A text cannot end its cue, or begin another. */
  private static String line(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
