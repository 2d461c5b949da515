package dev.parley.prometheus;

import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Depths;
import java.time.Duration;
import java.util.List;

/** Tells a call's events, with times in milliseconds. Its audio has 16 samples a millisecond. */
final class Story {

  static final Epoch FIRST = main(1);
  static final Epoch SECOND = main(2);

  private final Metrics metrics;
  private final String callId;

  Story(Metrics metrics, String callId) {
    this.metrics = metrics;
    this.callId = callId;
  }

  static Epoch main(long n) {
    return new Epoch(Epoch.Lane.MAIN, n);
  }

  static Position heard(double millis) {
    return new Position(Math.round(millis * 16), 16_000);
  }

  Story at(double millis, CallEvent event) {
    metrics.record(callId, Duration.ofNanos(Math.round(millis * 1e6)), event);
    return this;
  }

  Story opened() {
    return at(0, new CallEvent.Opened(new Depths()));
  }

  Story speech(double at, double onset, double detected) {
    return at(at, new CallEvent.Caller(new Signal.SpeechStarted(heard(onset), heard(detected))));
  }

  Story silence(double at, double end, double detected) {
    return at(at, new CallEvent.Caller(new Signal.SpeechStopped(heard(end), heard(detected))));
  }

  Story turn(double at, double start, double end, double decided) {
    return at(
        at, new CallEvent.Caller(new Signal.TurnEnded(heard(start), heard(end), heard(decided))));
  }

  Story asked(double at, Epoch epoch) {
    return at(at, new CallEvent.ReplyAsked(epoch));
  }

  Story started(double at, Epoch epoch) {
    return at(at, new CallEvent.ReplyStarted(epoch));
  }

  Story audio(double at, Epoch epoch) {
    return at(at, new CallEvent.FirstAudio(epoch));
  }

  /** Asked for, begun and heard at once. */
  Story speaks(double at, Epoch epoch) {
    return asked(at, epoch).started(at, epoch).audio(at, epoch);
  }

  Story over(double at, Epoch epoch, Outcome outcome) {
    return at(at, new CallEvent.ReplyOver(epoch, outcome));
  }

  Story cut(double asked, double at, CutReason why, Epoch... epochs) {
    Duration when = Duration.ofNanos(Math.round(asked * 1e6));
    return at(at, new CallEvent.Interrupted(List.of(epochs), why, when));
  }

  Story stopped(double at, Epoch epoch) {
    return at(at, new CallEvent.Stopped(epoch));
  }

  Story flushed(double at, Epoch... epochs) {
    return at(at, new CallEvent.Flushed(List.of(epochs)));
  }

  Story held(double at, boolean on) {
    return at(at, new CallEvent.Held(on));
  }

  Story closed(double at) {
    return at(at, new CallEvent.Closed());
  }
}
