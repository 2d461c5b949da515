package dev.parley.server.realtime;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.wire.ReplyTimes;
import java.time.Duration;
import java.util.Optional;

/**
 * Listens to one call, and tells of each turn of the caller's that was answered aloud where the
 * time went: up to the turn's end by the caller's audio, from there on by the call's clock. Safe
 * for any thread.
 */
final class ReplyTimer implements Telemetry {

  /** Hears of the first audio of an answer; called by whoever records, so it only hands over. */
  @FunctionalInterface
  interface Listener {
    void timed(Epoch epoch, ReplyTimes times);
  }

  private Optional<Listener> listener = Optional.empty();
  private Optional<Duration> silence = Optional.empty();
  private Optional<TimedTurn> turn = Optional.empty();

  /** The call runs; nothing that it tells before is of interest. */
  synchronized void arm(Listener told) {
    listener = Optional.of(told);
  }

  @Override
  public synchronized void record(String callId, Duration at, CallEvent event) {
    switch (event) {
      case CallEvent.Caller(Signal.SpeechStopped stopped) ->
          silence = Optional.of(stopped.detected().toDuration());
      case CallEvent.Caller(Signal.TurnEnded ended) -> {
        Duration end = ended.at().toDuration();
        begin(new TimedTurn(ended.speechEnd().toDuration(), silence.orElse(end), end, at));
      }
      case CallEvent.Committed(Position until) -> {
        Duration end = until.toDuration();
        begin(new TimedTurn(end, end, end, at));
      }
      case CallEvent.ReplyAsked(Epoch epoch) when epoch.lane() == Lane.MAIN ->
          turn.ifPresent(open -> open.asked(epoch));
      case CallEvent.ToolCalled called ->
          answeredBy(called.epoch()).ifPresent(open -> open.called(called.callId(), at));
      case CallEvent.ToolReturned returned ->
          turn.ifPresent(open -> open.returned(returned.callId(), at));
      case CallEvent.AudioMade(Epoch epoch) -> answeredBy(epoch).ifPresent(open -> open.made(at));
      case CallEvent.FirstAudio(Epoch epoch) ->
          answeredBy(epoch).ifPresent(open -> tell(epoch, open.heard(at)));
      case CallEvent.ReplyOver(Epoch epoch, Outcome outcome) when outcome != Outcome.COMPLETED ->
          answeredBy(epoch).ifPresent(unanswered -> turn = Optional.empty());
      default -> {} // takes none of the caller's time
    }
  }

  private void begin(TimedTurn ended) {
    turn = Optional.of(ended);
    silence = Optional.empty();
  }

  private Optional<TimedTurn> answeredBy(Epoch epoch) {
    return turn.filter(open -> open.has(epoch));
  }

  private void tell(Epoch epoch, ReplyTimes times) {
    turn = Optional.empty();
    listener.ifPresent(told -> told.timed(epoch, times));
  }
}
