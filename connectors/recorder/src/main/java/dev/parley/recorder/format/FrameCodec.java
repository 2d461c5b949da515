package dev.parley.recorder.format;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import java.util.List;
import java.util.Locale;

/** Frames as fields, and back; their audio lies elsewhere. */
public final class FrameCodec {

  private FrameCodec() {}

  public static Fields write(Inbound frame, Texts texts) {
    return switch (frame) {
      case Captured c -> SignalCodec.at("audio", c.position()).put("n", c.samples().count());
      case Gap g ->
          SignalCodec.at("gap", g.position()).put("n", g.samples()).put("cause", g.cause().name());
      case Signal fact -> SignalCodec.write(fact, texts);
    };
  }

  public static Fields write(Outbound frame, Texts texts) {
    return switch (frame) {
      case Spoken s ->
          part("spoken", s.epoch(), s.part())
              .put("at", s.position().sample())
              .put("rate", s.rate())
              .put("n", s.samples().count());
      case ReplySignal.Started s -> of("started", s.epoch());
      case ReplySignal.PartStarted p ->
          part("part_started", p.epoch(), p.part()).put("kind", p.kind().name());
      case ReplySignal.TextDelta d ->
          texts.piece(part("text_delta", d.epoch(), d.part()), d.text());
      case ReplySignal.CallStarted c ->
          part("call_started", c.epoch(), c.part()).put("call", c.callId()).put("name", c.name());
      case ReplySignal.ToolCallDelta d ->
          texts.piece(part("tool_call_delta", d.epoch(), d.part()), d.json());
      case ReplySignal.ToolCall c ->
          part("tool_call", c.epoch(), c.part())
              .put("call", c.callId())
              .put("name", c.name())
              .put("arguments", texts.of(c.arguments()));
      case ReplySignal.PartEnded p -> part("part_ended", p.epoch(), p.part());
      case ReplySignal.Ended e -> of("ended", e.epoch()).put("outcome", e.outcome().name());
      case Cue.Interrupted cut -> Fields.of("type", "interrupted").put("epochs", all(cut.epochs()));
      case Cue.Mark mark -> Fields.of("type", "mark").put("id", mark.id());
      case Cue.Caller told -> {
        Fields fact = SignalCodec.write(told.fact(), texts);
        yield Fields.of("type", "notice.caller").put("fact", fact);
      }
      case Cue.Asked asked -> of("notice.asked", asked.epoch()).put("tag", asked.tag());
      case Cue.Over over ->
          of("notice.over", over.epoch())
              .put("outcome", over.outcome().name())
              .put("why", over.why().map(Enum::name));
      case Cue.Refused refused ->
          Fields.of("type", "notice.refused")
              .put("reason", refused.reason().name())
              .put("why", texts.of(refused.why()))
              .put("tag", refused.tag());
      case Signal fact -> SignalCodec.write(fact, texts);
    };
  }

  /** A fact about the caller. */
  public static Signal readSignal(Fields from) {
    return SignalCodec.read(from.text("type"), from);
  }

  /** What the caller gave, with its audio if it is any. */
  public static Inbound readInbound(Fields from, Samples audio) {
    String type = from.text("type");
    return switch (type) {
      case "audio" -> new Captured(SignalCodec.at(from, "at"), audio);
      case "gap" ->
          new Gap(SignalCodec.at(from, "at"), from.number("n"), from.one(Gap.Cause.class, "cause"));
      default -> SignalCodec.read(type, from);
    };
  }

  /** What a model gave, with its audio if it is any, and its words if it is a piece of a text. */
  public static Outbound readOutbound(Fields from, Samples audio) {
    String type = from.text("type");
    return switch (type) {
      case "spoken" ->
          new Spoken(epoch(from), from.small("part"), SignalCodec.at(from, "at"), audio);
      case "started" -> new ReplySignal.Started(epoch(from));
      case "part_started" ->
          new ReplySignal.PartStarted(
              epoch(from), from.small("part"), from.one(ReplySignal.Kind.class, "kind"));
      case "text_delta" ->
          new ReplySignal.TextDelta(epoch(from), from.small("part"), from.text("text"));
      case "call_started" ->
          new ReplySignal.CallStarted(
              epoch(from), from.small("part"), from.text("call"), from.text("name"));
      case "tool_call_delta" ->
          new ReplySignal.ToolCallDelta(epoch(from), from.small("part"), from.text("text"));
      case "tool_call" ->
          new ReplySignal.ToolCall(
              epoch(from),
              from.small("part"),
              from.text("call"),
              from.text("name"),
              from.text("arguments"));
      case "part_ended" -> new ReplySignal.PartEnded(epoch(from), from.small("part"));
      case "ended" ->
          new ReplySignal.Ended(epoch(from), from.one(ReplySignal.Outcome.class, "outcome"));
      default -> SignalCodec.read(type, from);
    };
  }

  static Fields of(String type, Epoch epoch) {
    return Fields.of("type", type).put("epoch", epoch.toString());
  }

  static Fields part(String type, Epoch epoch, int part) {
    return of(type, epoch).put("part", part);
  }

  static List<String> all(List<Epoch> epochs) {
    return epochs.stream().map(Epoch::toString).toList();
  }

  /** The place that a line speaks of. */
  public static Position at(Fields from) {
    return SignalCodec.at(from, "at");
  }

  /** The reply that a line speaks of. */
  public static Epoch epoch(Fields from) {
    return epoch(from.text("epoch"));
  }

  static Epoch epoch(String text) {
    int dash = text.indexOf('-');
    for (Epoch.Lane lane : Epoch.Lane.values()) {
      if (dash > 0
          && lane.name().toLowerCase(Locale.ROOT).equals(text.substring(0, dash))
          && text.substring(dash + 1).matches("[0-9]{1,18}")) {
        return new Epoch(lane, Long.parseLong(text.substring(dash + 1)));
      }
    }
    throw new IllegalArgumentException("there is no reply \"" + Fields.shown(text) + "\"");
  }
}
