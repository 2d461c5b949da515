package dev.parley.server.realtime;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.Optional;

/** The frames of one reply of the call, as its playout would hand them to the door. */
record Reply(Epoch epoch) {

  static Reply main(long n) {
    return new Reply(new Epoch(Epoch.Lane.MAIN, n));
  }

  static Reply side(long n) {
    return new Reply(new Epoch(Epoch.Lane.SIDE, n));
  }

  Outbound asked() {
    return new Cue.Asked(epoch, Optional.empty());
  }

  Outbound asked(String tag) {
    return new Cue.Asked(epoch, Optional.of(tag));
  }

  Outbound started() {
    return new ReplySignal.Started(epoch);
  }

  Outbound part(int part, Kind kind) {
    return new ReplySignal.PartStarted(epoch, part, kind);
  }

  Outbound words(int part, String text) {
    return new ReplySignal.TextDelta(epoch, part, text);
  }

  /** So much audio, with a sawtooth in it, so that any two places differ from their neighbours. */
  Outbound audio(int part, int fromMillis, int millis) {
    return new Spoken(
        epoch,
        part,
        new Position(fromMillis * 24L, AudioCodec.RATE),
        Sounds.ramp(fromMillis * 24, millis * 24));
  }

  Outbound audio(int part, Samples samples) {
    return new Spoken(epoch, part, Position.start(AudioCodec.RATE), samples);
  }

  Outbound callStarted(int part, String callId, String name) {
    return new ReplySignal.CallStarted(epoch, part, callId, name);
  }

  Outbound arguments(int part, String json) {
    return new ReplySignal.ToolCallDelta(epoch, part, json);
  }

  Outbound call(int part, String callId, String name, String json) {
    return new ReplySignal.ToolCall(epoch, part, callId, name, json);
  }

  Outbound partEnded(int part) {
    return new ReplySignal.PartEnded(epoch, part);
  }

  Outbound ended(Outcome outcome) {
    return new ReplySignal.Ended(epoch, outcome);
  }

  Outbound over(Outcome outcome) {
    return new Cue.Over(epoch, outcome, Optional.empty());
  }

  Outbound cut(CutReason why) {
    return new Cue.Over(epoch, Outcome.CUT, Optional.of(why));
  }
}
