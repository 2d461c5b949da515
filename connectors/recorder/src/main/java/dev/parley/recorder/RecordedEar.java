package dev.parley.recorder;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.playout.ForwardingPlayout;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.recorder.file.Happening;

/** A playout as its door sees it, and what the door reports to it. */
record RecordedEar(PlayoutControl playout, Journal journal) implements ForwardingPlayout {

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
