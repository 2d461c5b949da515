package dev.parley.engine.pipeline;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.playout.Cut;
import dev.parley.engine.playout.PlayoutControl;
import java.util.concurrent.CompletionStage;

/**
 * The playout of a stream that is only about to run; until then there is nothing to cut or to hear.
 */
final class LatePlayout implements PlayoutControl {

  private volatile PlayoutControl playout = PlayoutControl.none();

  void become(PlayoutControl running) {
    playout = running;
  }

  @Override
  public CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
    return playout.cut(lane, upTo);
  }

  @Override
  public CompletionStage<Cut> cut(Epoch epoch) {
    return playout.cut(epoch);
  }

  @Override
  public void notice(Cue.Notice notice) {
    playout.notice(notice);
  }

  @Override
  public void hold(boolean on) {
    playout.hold(on);
  }

  @Override
  public void acked(long mark) {
    playout.acked(mark);
  }

  @Override
  public void told(Epoch epoch, int part, Position until, double speed) {
    playout.told(epoch, part, until, speed);
  }
}
