package dev.parley.recorder.file;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.model.Command;
import dev.parley.recorder.format.CallEventCodec;
import dev.parley.recorder.format.CommandCodec;
import dev.parley.recorder.format.Fields;
import dev.parley.recorder.format.FrameCodec;
import dev.parley.recorder.format.SessionCommandCodec;
import dev.parley.recorder.format.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened as the lines of {@code events.jsonl}: {@code t} in nanoseconds, which {@code door}
 * it passed, whether {@code in} to the session or {@code out} of it, its {@code type}, and its own
 * fields. One owner.
 */
final class Lines {

  static final String CALLER = "caller";
  static final String MODEL = "model";
  static final String SESSION = "session";
  static final String RECORDER = "recorder";
  static final String IN = "in";
  static final String OUT = "out";

  private final Texts texts;
  private final Map<Part, StringBuilder> pieces = new LinkedHashMap<>();

  private record Part(Epoch epoch, int part) {}

  Lines(Texts texts) {
    this.texts = texts;
  }

  /** The lines that an entry becomes; what it withholds of a text follows when that is whole. */
  List<Fields> of(Entry entry) {
    long t = entry.nanos();
    List<Fields> lines = new ArrayList<>(1);
    switch (entry.what()) {
      case Happening.FromCaller(var frame) ->
          lines.add(line(t, CALLER, IN, FrameCodec.write(frame, texts)));
      case Happening.ToCaller(var frame) ->
          lines.add(line(t, CALLER, OUT, FrameCodec.write(frame, texts)));
      case Happening.MarkPassed(var mark) ->
          lines.add(line(t, CALLER, IN, Fields.of("type", "mark_passed").put("id", mark)));
      case Happening.Played played ->
          lines.add(
              line(
                  t,
                  CALLER,
                  IN,
                  Fields.of("type", "played")
                      .put("epoch", played.epoch().toString())
                      .put("part", played.part())
                      .put("at", played.until().sample())
                      .put("rate", played.until().rate())
                      .put("speed", played.speed())));
      case Happening.ToModel(var n, var command) -> {
        if (command instanceof Command.Cancel(var epoch)) {
          lines.addAll(whole(t, epoch));
        }
        lines.add(line(t, MODEL, OUT, CommandCodec.write(command, texts)).put("n", n));
      }
      case Happening.ModelAnswered(var n, var ack) ->
          lines.add(
              line(t, MODEL, IN, Fields.of("type", "ack").put("of", n).put("ack", ack.name())));
      case Happening.FromModel(var frame) -> {
        switch (frame) {
          case ReplySignal.TextDelta delta -> keep(delta);
          case ReplySignal.PartEnded end -> lines.addAll(whole(t, end.epoch()));
          case ReplySignal.Ended end -> lines.addAll(whole(t, end.epoch()));
          default -> {}
        }
        lines.add(line(t, MODEL, IN, FrameCodec.write(frame, texts)));
      }
      case Happening.ToSession(var command) ->
          lines.add(line(t, SESSION, IN, SessionCommandCodec.write(command, texts)));
      case Happening.Decided(var event) ->
          lines.add(line(t, SESSION, OUT, CallEventCodec.write(event, texts)));
      case Happening.Over(var way, var failure) ->
          lines.add(
              line(
                  t,
                  way == Happening.Way.FROM_CALLER ? CALLER : MODEL,
                  way == Happening.Way.TO_MODEL ? OUT : IN,
                  Fields.of("type", "over").put("failure", failure.map(texts::of))));
    }
    return lines;
  }

  /** The texts that were never said to be whole. */
  List<Fields> rest(long t) {
    List<Fields> lines = new ArrayList<>();
    List.copyOf(pieces.keySet()).forEach(part -> lines.addAll(whole(t, part.epoch)));
    return lines;
  }

  static Fields line(long t, String door, String dir, Fields own) {
    return Fields.of("t", t).put("door", door).put("dir", dir).putAll(own);
  }

  private void keep(ReplySignal.TextDelta delta) {
    if (texts.hook().isPresent()) {
      pieces
          .computeIfAbsent(new Part(delta.epoch(), delta.part()), part -> new StringBuilder())
          .append(delta.text());
    }
  }

  private List<Fields> whole(long t, Epoch epoch) {
    List<Fields> lines = new ArrayList<>();
    pieces
        .entrySet()
        .removeIf(
            entry -> {
              boolean mine = entry.getKey().epoch.equals(epoch);
              if (mine) {
                Fields text =
                    Fields.of("type", "text")
                        .put("epoch", epoch.toString())
                        .put("part", entry.getKey().part)
                        .put("text", texts.of(entry.getValue().toString()));
                lines.add(line(t, MODEL, IN, text));
              }
              return mine;
            });
    return lines;
  }
}
