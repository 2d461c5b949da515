package dev.parley.testkit.stage;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.testkit.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Cuts audio anew, as another network or another model would have cut it. */
public final class Chunks {

  private static final int LONGEST = 1_500;

  private final RandomGenerator random;

  /**
   * @param seed the same seed always cuts in the same way
   */
  public Chunks(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The same run in pieces of 1 to 1,500 samples. */
  public List<Samples> cut(Samples run) {
    List<Samples> pieces = new ArrayList<>();
    for (int from = 0; from < run.count(); ) {
      int longest = random.nextInt(4) == 0 ? 8 : LONGEST; // tiny pieces are the interesting ones
      int to = Math.min(run.count(), from + 1 + random.nextInt(longest));
      pieces.add(run.slice(from, to));
      from = to;
    }
    return pieces;
  }

  /** The same frames with their audio in other pieces; everything else is left in its place. */
  public <F extends Frame> List<F> cut(List<F> frames) {
    List<F> recut = new ArrayList<>();
    for (F frame : frames) {
      recut.addAll(cut(frame));
    }
    return recut;
  }

  @SuppressWarnings("unchecked") // a frame's pieces are of the frame's own type
  private <F extends Frame> List<F> cut(F frame) {
    List<Frame> pieces = new ArrayList<>();
    switch (frame) {
      case Captured whole -> {
        for (Samples piece : cut(whole.samples())) {
          pieces.add(new Captured(whole.position().plus(audio(pieces)), piece));
        }
      }
      case Spoken whole -> {
        for (Samples piece : cut(whole.samples())) {
          pieces.add(
              new Spoken(whole.epoch(), whole.part(), whole.position().plus(audio(pieces)), piece));
        }
      }
      default -> pieces.add(frame);
    }
    return (List<F>) pieces;
  }

  private static long audio(List<Frame> pieces) {
    return Frames.audio(pieces).count();
  }
}
