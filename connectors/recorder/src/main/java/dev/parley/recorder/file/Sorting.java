package dev.parley.recorder.file;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Ack;
import dev.parley.recorder.format.About;
import dev.parley.recorder.format.Fields;
import dev.parley.recorder.format.FrameCodec;
import dev.parley.recorder.format.SessionCommandCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the lines of {@code events.jsonl} where they belong. One owner. */
final class Sorting {

  private static final long LONGEST_CALL = Duration.ofDays(7).toNanos();
  private static final Duration LONGEST_GAP = Duration.ofMinutes(10);

  private final About about;
  private final AudioTrack caller;
  private final AudioTrack model;
  private final List<Entry> fromOutside = new ArrayList<>();
  private final List<Recorded.Asked> asked = new ArrayList<>();
  private final Map<Long, Ack> answers = new HashMap<>();
  private final List<Recorded.Decision> fromModel = new ArrayList<>();
  private final List<Recorded.Decision> decided = new ArrayList<>();
  private final Map<Long, String> marks = new HashMap<>();
  private final List<Long> cuts = new ArrayList<>();
  private final MarkNames names = new MarkNames();
  private final Pieces pieces = new Pieces();
  private long lost = Long.MAX_VALUE;
  private boolean whole;

  Sorting(About about, AudioTrack caller, AudioTrack model) {
    this.about = about;
    this.caller = caller;
    this.model = model;
  }

  /**
   * Takes the next line.
   *
   * @throws IllegalArgumentException in one sentence if it makes no sense
   */
  void take(Fields line) {
    long t = line.number("t");
    if (t < 0 || t > LONGEST_CALL) {
      throw new IllegalArgumentException("\"t\" must lie within a week, got " + t);
    }
    String way = line.text("door") + "/" + line.text("dir");
    switch (way) {
      case "caller/in" -> fromOutside.add(new Entry(t, ofCaller(line)));
      case "caller/out" -> toCaller(t, line);
      case "session/in" ->
          SessionCommandCodec.read(line)
              .ifPresent(
                  command -> fromOutside.add(new Entry(t, new Happening.ToSession(command))));
      case "session/out" -> {
        line.text("type");
        decided.add(new Recorded.Decision(t, line));
      }
      case "model/out" -> toModel(t, line);
      case "model/in" -> ofModel(t, line);
      case "recorder/out" -> whole = line.text("type").equals("recording.ended");
      default -> throw new IllegalArgumentException("\"door\" and \"dir\" lead nowhere");
    }
  }

  /** All that was taken. */
  Recorded sorted() {
    List<Entry> given = new ArrayList<>(fromModel.size());
    for (Recorded.Decision line : fromModel) {
      given.add(new Entry(line.nanos(), given(line.what())));
    }
    decided.stream()
        .filter(line -> line.type().equals("said"))
        .forEach(line -> pieces.filled(line.what(), "session "));
    return new Recorded(
        about, fromOutside, asked, answers, given, decided, marks, cuts, lost, whole);
  }

  private Happening ofCaller(Fields line) {
    return switch (line.text("type")) {
      case "mark_passed" -> new Happening.MarkPassed(line.number("id"));
      case "played" ->
          new Happening.Played(
              FrameCodec.epoch(line), line.small("part"), FrameCodec.at(line), line.real("speed"));
      case "over" ->
          new Happening.Over(Happening.Way.FROM_CALLER, line.maybe("failure", line::text));
      case "audio" -> {
        requireRate(line, about.door().captures().rate());
        need(caller, line, line.number("at"));
        yield new Happening.FromCaller(
            FrameCodec.readInbound(line, caller.at(line.number("at"), line.number("n"))));
      }
      default -> {
        Inbound frame = FrameCodec.readInbound(line, Samples.silence(0));
        if (frame instanceof Gap gap
            && gap.samples() > Position.samples(LONGEST_GAP, gap.position().rate())) {
          throw new IllegalArgumentException("a gap cannot be longer than ten minutes");
        }
        yield new Happening.FromCaller(frame);
      }
    };
  }

  /** What the caller was given follows from the rest, but for what far ends answer to. */
  private void toCaller(long t, Fields line) {
    switch (line.text("type")) {
      case "spoken" ->
          names.spoken(
              line.text("epoch"), line.small("part"), line.number("at") + line.number("n"));
      case "interrupted" -> {
        cuts.add(t);
        names.cut();
      }
      case "mark" -> marks.put(line.number("id"), names.mark());
      default -> {}
    }
  }

  private void toModel(long t, Fields line) {
    if (line.text("type").equals("over")) {
      fromModel.add(new Recorded.Decision(t, line));
      return;
    }
    Optional<Epoch> epoch = line.maybe("epoch", name -> FrameCodec.epoch(line));
    asked.add(new Recorded.Asked(t, line.number("n"), line.text("type"), epoch));
  }

  private void ofModel(long t, Fields line) {
    switch (line.text("type")) {
      case "ack" -> answers.put(line.number("of"), line.one(Ack.class, "ack"));
      case "text" -> pieces.see(line);
      default -> {
        pieces.see(line);
        fromModel.add(new Recorded.Decision(t, line));
        if (!line.has("chars")) {
          given(line); // or a fault would be found without its line's number
        }
      }
    }
  }

  private Happening given(Fields line) {
    return switch (line.text("type")) {
      case "over" ->
          new Happening.Over(
              line.text("dir").equals(Lines.OUT)
                  ? Happening.Way.TO_MODEL
                  : Happening.Way.FROM_MODEL,
              line.maybe("failure", line::text));
      case "spoken" -> {
        requireRate(line, about.model().speaks().rate());
        need(model, line, line.number("from"));
        yield new Happening.FromModel(
            FrameCodec.readOutbound(line, model.at(line.number("from"), line.number("n"))));
      }
      default ->
          new Happening.FromModel(
              FrameCodec.readOutbound(pieces.filled(line, "model "), Samples.silence(0)));
    };
  }

  private void need(AudioTrack track, Fields line, long from) {
    if (from >= 0 && !track.reaches(Math.addExact(from, line.number("n")))) {
      lost = Math.min(lost, line.number("t"));
    }
  }

  private static void requireRate(Fields line, int rate) {
    if (line.number("rate") != rate) {
      throw new IllegalArgumentException("\"rate\" must be " + rate + " as everywhere");
    }
  }
}
