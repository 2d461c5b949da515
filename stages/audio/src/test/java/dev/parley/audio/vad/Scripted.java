package dev.parley.audio.vad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Detectors that say what a script says, and remember what was done to them. */
final class Scripted implements SpeechDetectors {

  final List<String> done = new ArrayList<>();
  private final IntToDoubleFunction script;
  private final int rate;

  /**
   * @param script the probability of the n-th frame since opening or reset, from 0
   */
  Scripted(IntToDoubleFunction script) {
    this(script, SpeechDetector.RATE);
  }

  private Scripted(IntToDoubleFunction script, int rate) {
    this.script = script;
    this.rate = rate;
  }

  /** The same script, of detectors that hear at another rate. */
  Scripted hearingAt(int otherRate) {
    return new Scripted(script, otherRate);
  }

  /** Certain speech from one frame to another. */
  static Scripted speech(int from, int to) {
    return new Scripted(n -> n >= from && n < to ? 1 : 0);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public VadSettings settings() {
    return VadSettings.defaults();
  }

  @Override
  public SpeechDetector open() {
    done.add("open");
    return new SpeechDetector() {

      private int next;

      @Override
      public int rate() {
        return rate;
      }

      @Override
      public double probability(short[] frame) {
        if (frame.length != rate / 50) {
          throw new IllegalArgumentException("a frame of " + frame.length);
        }
        return script.applyAsDouble(next++);
      }

      @Override
      public void reset() {
        done.add("reset");
        next = 0;
      }

      @Override
      public void close() {
        done.add("close");
      }
    };
  }
}
