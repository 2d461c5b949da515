package dev.parley.audio.tap;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Records calls to WAV files: the caller on the left, at the positions of their audio; on the right
 * the agent as it was heard, at the time of the call, silent from the instant of a cut on.
 *
 * <p>The file is valid at all times and up to date within about a second, also if the process dies.
 * A disk that is full ends the recording, never the call: see {@link #failure}. What an eager door
 * was given ahead of its time and nobody cut counts as heard.
 *
 * <p>Safe for any thread. The first call goes to the given path, the next to {@code name-2.wav},
 * and so on. Memory: about a quarter of a megabyte a call.
 */
public final class Recorder implements Tap {

  private static final int CHANNELS = 2;

  private final Path path;
  private final int rate;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile @Nullable IOException failure;

  private Recorder(Path path, int rate) {
    this.path = path;
    this.rate = rate;
  }

  /** A recorder to a 24 kHz file, which is replaced if it exists. Its folder must exist. */
  public static Recorder to(Path path) {
    return to(path, 24_000);
  }

  /**
   * A recorder to a file of another rate.
   *
   * @param rate one of {@link Resampler#RATES}
   */
  public static Recorder to(Path path, int rate) {
    if (!Resampler.RATES.contains(rate)) {
      throw new IllegalArgumentException(
          "rate must be one of " + Resampler.RATES + " Hz, got " + rate);
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("no such folder: " + folder);
    }
    return new Recorder(path, rate);
  }

  @Override
  public String name() {
    return "recorder";
  }

  @Override
  public Observer open(AudioFormat caller, AudioFormat reply, CallClock clock) {
    requireKnown(caller);
    requireKnown(reply);
    try {
      WavFile file = WavFile.create(pathOf(calls.incrementAndGet()), rate, CHANNELS);
      return new Recording(file, clock, this::failed);
    } catch (IOException e) {
      failed(e);
      return new Observer() {};
    }
  }

  /** Why the last recording that failed did so; empty as long as all went well. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  private void failed(IOException cause) {
    failure = cause;
  }

  private Path pathOf(int call) {
    if (call == 1) {
      return path;
    }
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return path.resolveSibling(stem + "-" + call + name.substring(stem.length()));
  }

  private static void requireKnown(AudioFormat format) {
    if (!Resampler.RATES.contains(format.rate())) {
      throw new Refused("recorder", format, "it knows the rates " + Resampler.RATES);
    }
  }
}
