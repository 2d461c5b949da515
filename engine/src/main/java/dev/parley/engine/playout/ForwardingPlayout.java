package dev.parley.engine.playout;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import java.util.concurrent.CompletionStage;

/** Hands everything on to another playout: a base for those who watch or replace some of it. */
public interface ForwardingPlayout extends PlayoutControl {

  /** Whom it is handed to now. */
  PlayoutControl playout();

  @Override
  default CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
    return playout().cut(lane, upTo);
  }

  @Override
  default CompletionStage<Cut> cut(Epoch epoch) {
    return playout().cut(epoch);
  }

  @Override
  default void notice(Cue.Notice notice) {
    playout().notice(notice);
  }

  @Override
  default void hold(boolean on) {
    playout().hold(on);
  }

  @Override
  default void acked(long mark) {
    playout().acked(mark);
  }

  @Override
  default void told(Epoch epoch, int part, Position until, double speed) {
    playout().told(epoch, part, until, speed);
  }
}
