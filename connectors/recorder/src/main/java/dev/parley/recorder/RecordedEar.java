package dev.parley.recorder;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.playout.Cut;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.recorder.file.Happening;
import java.util.concurrent.CompletionStage;

/** A playout as its door sees it, and what the door reports to it. */
record RecordedEar(PlayoutControl playout, Journal journal) implements PlayoutControl {

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
    journal.note(new Happening.MarkPassed(mark));
    playout.acked(mark);
  }

  @Override
  public void told(Epoch epoch, int part, Position until, double speed) {
    journal.note(new Happening.Played(epoch, part, until, speed));
    playout.told(epoch, part, until, speed);
  }
}
