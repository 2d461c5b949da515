package dev.parley.recorder.format;

import dev.parley.engine.door.Door;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import java.time.Duration;

/**
 * What a call needs to know of a door.
 *
 * @param name what the door is called
 * @param captures the audio that it gives
 * @param plays the audio that it wants
 * @param playout how it wants it
 * @param inputBound how much of the caller's audio may wait
 * @param overflow what happens to more
 * @param notices it wants to be told what the conversation decides
 */
public record DoorInfo(
    String name,
    AudioFormat captures,
    AudioFormat plays,
    PlayoutSettings playout,
    Duration inputBound,
    Overflow overflow,
    boolean notices) {

  public static DoorInfo of(Door door) {
    return new DoorInfo(
        door.name(),
        door.captures(),
        door.plays(),
        door.playout(),
        door.inputBound(),
        door.overflow(),
        door.wantsNotices());
  }

  public DoorInfo withPlayout(PlayoutSettings other) {
    return new DoorInfo(name, captures, plays, other, inputBound, overflow, notices);
  }

  Fields write() {
    return Fields.of("name", name)
        .put("captures", audio(captures))
        .put("plays", audio(plays))
        .put("playout", write(playout))
        .put("input_bound_ns", inputBound.toNanos())
        .put("overflow", overflow.name())
        .put("notices", notices);
  }

  static DoorInfo read(Fields from) {
    return new DoorInfo(
        from.text("name"),
        audio(from.object("captures")),
        audio(from.object("plays")),
        playout(from.object("playout")),
        TuningCodec.span(from, "input_bound_ns"),
        from.one(Overflow.class, "overflow"),
        from.flag("notices"));
  }

  static Fields audio(AudioFormat format) {
    return Fields.of("rate", format.rate())
        .put("channels", format.channels())
        .put("encoding", format.encoding().name());
  }

  static AudioFormat audio(Fields from) {
    return new AudioFormat(
        from.small("rate"),
        from.small("channels"),
        from.one(AudioFormat.Encoding.class, "encoding"));
  }

  private static Fields write(PlayoutSettings playout) {
    Fields fields =
        switch (playout.pace()) {
          case Pace.Clock clock ->
              Fields.of("pace", "clock").put("lead_ns", clock.lead().toNanos());
          case Pace.Eager eager -> Fields.of("pace", "eager");
        };
    return fields
        .put("backlog_ns", playout.pace().backlog().toNanos())
        .put("ear", playout.ear().name())
        .put("slice_ns", playout.slice().toNanos())
        .put("mark_every_ns", playout.markEvery().toNanos())
        .put("ear_timeout_ns", playout.earTimeout().toNanos());
  }

  private static PlayoutSettings playout(Fields from) {
    Duration backlog = TuningCodec.span(from, "backlog_ns");
    String pace = from.text("pace");
    return new PlayoutSettings(
        switch (pace) {
          case "clock" -> new Pace.Clock(TuningCodec.span(from, "lead_ns"), backlog);
          case "eager" -> new Pace.Eager(backlog);
          default ->
              throw new IllegalArgumentException("there is no pace \"" + Fields.shown(pace) + "\"");
        },
        from.one(Ear.class, "ear"),
        TuningCodec.span(from, "slice_ns"),
        TuningCodec.span(from, "mark_every_ns"),
        TuningCodec.span(from, "ear_timeout_ns"));
  }
}
