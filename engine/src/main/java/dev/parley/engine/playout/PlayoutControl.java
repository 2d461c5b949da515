package dev.parley.engine.playout;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The hand on a running playout. Each call overtakes all frames, needs no demand, and is safe from
 * any thread and after the end.
 */
public interface PlayoutControl {

  /**
   * Cuts a lane: in one instant its waiting frames are gone, its epochs are revoked, and {@code
   * Interrupted} stands at the head of the output.
   *
   * @param upTo the last reply that the caller of this method knows of; later ones are not touched
   * @return what was cut, at once; empty if the playout has ended
   */
  CompletionStage<Cut> cut(Epoch.Lane lane, long upTo);

  /**
   * Cuts one reply and leaves its neighbours alone.
   *
   * @return what was cut, at once; empty if it is not open or the playout has ended
   */
  CompletionStage<Cut> cut(Epoch epoch);

  /** Hands the door a notice before everything that waits. */
  void notice(Cue.Notice notice);

  /** Stops handing audio over, or goes on; ignored where the playout does not keep the clock. */
  void hold(boolean on);

  /** The far end has played everything before this mark, or has thrown it away after a cut. */
  void acked(long mark);

  /**
   * The client says how far it has played a part; clamped to what it was given.
   *
   * @param speed how much faster than the model made it the part is played
   */
  void told(Epoch epoch, int part, Position until, double speed);

  /** The client says how far it has played a part that is played as it was made. */
  default void told(Epoch epoch, int part, Position until) {
    told(epoch, part, until, 1);
  }

  /** A playout in which nothing waits, nothing is cut and nobody listens. */
  static PlayoutControl none() {
    return new PlayoutControl() {
      @Override
      public CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
        return CompletableFuture.completedStage(Cut.nothing());
      }

      @Override
      public CompletionStage<Cut> cut(Epoch epoch) {
        return CompletableFuture.completedStage(Cut.nothing());
      }

      @Override
      public void notice(Cue.Notice notice) {}

      @Override
      public void hold(boolean on) {}

      @Override
      public void acked(long mark) {}

      @Override
      public void told(Epoch epoch, int part, Position until, double speed) {}
    };
  }
}
