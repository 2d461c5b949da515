package dev.parley.testkit;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import java.util.ArrayList;
import java.util.List;

/** Builds frames, and takes the audio out of them again. */
public final class Frames {

  private Frames() {}

  /** The n-th reply of the conversation. */
  public static Epoch main(long n) {
    return new Epoch(Epoch.Lane.MAIN, n);
  }

  /** The n-th reply beside the conversation. */
  public static Epoch side(long n) {
    return new Epoch(Epoch.Lane.SIDE, n);
  }

  /** The n-th text of the system's own. */
  public static Epoch say(long n) {
    return new Epoch(Epoch.Lane.SAY, n);
  }

  /** A sine at half of full scale, the same on every machine. */
  public static Samples tone(double hertz, int rate, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) Math.round(16_384 * StrictMath.sin(2 * StrictMath.PI * hertz * i / rate));
    }
    return Samples.wrap(pcm);
  }

  /** Samples of which each tells its place: 1, 2, 3, ..., over and over, but never 0. */
  public static Samples ramp(long from, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) ((from + i) % Short.MAX_VALUE + 1);
    }
    return Samples.wrap(pcm);
  }

  public static Captured captured(long at, int rate, Samples samples) {
    return new Captured(new Position(at, rate), samples);
  }

  /** A caller's audio, in frames of this many samples; the last may be shorter. */
  public static List<Captured> captured(long at, int rate, Samples audio, int frame) {
    List<Captured> frames = new ArrayList<>();
    for (int from = 0; from < audio.count(); from += frame) {
      Samples part = audio.slice(from, Math.min(from + frame, audio.count()));
      frames.add(captured(at + from, rate, part));
    }
    return frames;
  }

  public static Gap lost(long at, int rate, long samples) {
    return new Gap(new Position(at, rate), samples, Gap.Cause.LOST);
  }

  public static Spoken spoken(Epoch epoch, long at, int rate, Samples samples) {
    return new Spoken(epoch, 0, new Position(at, rate), samples);
  }

  /** A reply's audio, in frames of this many samples; the last may be shorter. */
  public static List<Spoken> spoken(Epoch epoch, int rate, Samples audio, int frame) {
    List<Spoken> frames = new ArrayList<>();
    for (int from = 0; from < audio.count(); from += frame) {
      Samples part = audio.slice(from, Math.min(from + frame, audio.count()));
      frames.add(spoken(epoch, from, rate, part));
    }
    return frames;
  }

  /** All audio of these frames as one run; gaps and signals leave no trace in it. */
  public static Samples audio(List<? extends Frame> frames) {
    List<Samples> runs = new ArrayList<>();
    for (Frame frame : frames) {
      if (frame instanceof Captured captured) {
        runs.add(captured.samples());
      } else if (frame instanceof Spoken spoken) {
        runs.add(spoken.samples());
      }
    }
    return join(runs);
  }

  /** Runs of samples as one. */
  public static Samples join(List<Samples> runs) {
    short[] all = new short[runs.stream().mapToInt(Samples::count).sum()];
    int at = 0;
    for (Samples run : runs) {
      run.copyTo(all, at);
      at += run.count();
    }
    return Samples.wrap(all);
  }

  /** The signals among these frames. */
  public static List<Signal> signals(List<? extends Frame> frames) {
    return frames.stream().filter(Signal.class::isInstance).map(Signal.class::cast).toList();
  }
}
