package dev.parley.engine.pipeline;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.playout.Cut;
import dev.parley.engine.playout.PlayoutControl;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The playout of a stream that is only about to run; until then there is nothing to cut or to hear.
 */
final class LatePlayout implements PlayoutControl {

  private static final PlayoutControl NOTHING =
      new PlayoutControl() {
        @Override
        public CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
          return CompletableFuture.completedStage(new Cut(List.of(), List.of(), 0));
        }

        @Override
        public void hold(boolean on) {}

        @Override
        public void acked(long mark) {}

        @Override
        public void told(Epoch epoch, int part, Position until) {}
      };

  private volatile PlayoutControl playout = NOTHING;

  void become(PlayoutControl running) {
    playout = running;
  }

  @Override
  public CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
    return playout.cut(lane, upTo);
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
  public void told(Epoch epoch, int part, Position until) {
    playout.told(epoch, part, until);
  }
}
