package dev.parley.audio.tap;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts unbroken runs of audio into one channel of a file, at the file's rate. */
final class Run {

  private final WavFile file;
  private final int channel;
  private @Nullable Resampler resampler;
  private int rate = 1;
  private long start;
  private long taken;
  private long next;

  Run(WavFile file, int channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Begins a run, after the one before it was ended or broken off. */
  void begin(long frame, int rateIn) {
    if (resampler == null || rate != rateIn) {
      resampler = new Resampler(rateIn, file.rate());
      rate = rateIn;
    }
    resampler.reset();
    start = frame;
    next = frame;
    taken = 0;
  }

  /** Goes on with the run that was begun. */
  void add(Samples samples) throws IOException {
    if (resampler != null) {
      taken += samples.count();
      List<Samples> made = new ArrayList<>(1);
      resampler.accept(samples, made::add);
      put(made);
    }
  }

  /** Ends the run: brings what the resampler still holds. */
  void end() throws IOException {
    if (resampler != null) {
      List<Samples> made = new ArrayList<>(1);
      resampler.flush(made::add);
      resampler.reset();
      put(made);
    }
  }

  /** Forgets what the resampler still holds. */
  void breakOff() {
    if (resampler != null) {
      resampler.reset();
    }
  }

  /** Where the run ends when all of it is there. */
  long endFrame() {
    return start + new Position(taken, rate).at(file.rate()).sample();
  }

  private void put(List<Samples> made) throws IOException {
    for (Samples samples : made) {
      file.put(channel, next, samples);
      next += samples.count();
    }
  }
}
