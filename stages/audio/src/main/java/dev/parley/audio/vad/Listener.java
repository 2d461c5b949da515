package dev.parley.audio.vad;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Listens to one stream: cuts it into the detector's frames, and places what that hears in it. */
final class Listener {

  /**
   * Behind its last sound, speech is said to go on so long at the most: silence counts from there.
   */
  private static final Duration LONGEST_SUFFIX = Duration.ofMillis(30);

  private static final int FRAMES_PER_SECOND = 50;

  private final SpeechDetector detector;
  private final EnergyTrack energy;
  private final Hysteresis hysteresis;
  private final short[] frame;
  private final Resampler resampler;
  private final int rate;
  private final int heardRate;
  private final int lead;
  private long prefix;
  private long suffix;
  private int filled;
  private long origin;
  private long heard;
  private long lastStop;

  /**
   * @param detector closed with the listener
   * @param rate of the caller's audio
   */
  Listener(SpeechDetector detector, VadSettings settings, int rate) {
    this.detector = detector;
    this.rate = rate;
    heardRate = detector.rate();
    energy = new EnergyTrack(heardRate);
    frame = new short[heardRate / FRAMES_PER_SECOND];
    resampler = new Resampler(heardRate);
    resampler.negotiate(AudioFormat.pcm16(rate));
    // The resampler gives its output a little late. The detector's frames are laid as much
    // earlier, so that one is complete with each of the caller's and not with the one after.
    lead = Math.round((float) resampler.delay() * heardRate / rate);
    hysteresis = new Hysteresis(settings);
    tune(settings);
    begin();
  }

  void tune(VadSettings settings) {
    hysteresis.tune(settings);
    prefix = Position.samples(settings.prefixPadding(), heardRate);
    suffix = Math.min(prefix, Position.samples(LONGEST_SUFFIX, heardRate));
  }

  /** Whether there is a stream that can go on. */
  boolean hasBegun() {
    return origin >= 0;
  }

  void hear(Position position, Samples samples, Consumer<? super Inbound> out) {
    if (origin < 0) {
      origin = position.sample();
    }
    resampler.accept(samples, resampled -> hear(resampled, out));
  }

  void flush(Consumer<? super Inbound> out) {
    resampler.flush(samples -> hear(samples, out));
    stopIfSpeaking(out);
  }

  void stopIfSpeaking(Consumer<? super Inbound> out) {
    if (hysteresis.speaking()) {
      stopped(out);
      hysteresis.reset();
    }
  }

  /** What comes next begins another stream. */
  void reset() {
    detector.reset();
    resampler.reset();
    energy.reset();
    hysteresis.reset();
    Arrays.fill(frame, (short) 0);
    begin();
  }

  void close() {
    detector.close();
  }

  private void begin() {
    filled = lead;
    origin = -1;
    heard = 0;
    lastStop = 0;
  }

  private void hear(Samples samples, Consumer<? super Inbound> out) {
    int taken = 0;
    while (taken < samples.count()) {
      int count = Math.min(samples.count() - taken, frame.length - filled);
      samples.slice(taken, taken + count).copyTo(frame, filled);
      filled += count;
      taken += count;
      if (filled == frame.length) {
        filled = 0;
        hearFrame(out);
      }
    }
  }

  private void hearFrame(Consumer<? super Inbound> out) {
    heard += frame.length;
    energy.accept(frame);
    switch (hysteresis.accept(detector.probability(frame))) {
      case STARTED -> {
        long start = Math.max(lastStop, energy.onset(lastStop) - prefix);
        out.accept(new Signal.SpeechStarted(at(start - lead), at(heard)));
      }
      case STOPPED -> stopped(out);
      case NONE -> {}
    }
  }

  private void stopped(Consumer<? super Inbound> out) {
    long last = heard - (long) hysteresis.framesSilent() * frame.length;
    lastStop = Math.min(heard, energy.ending(last) + suffix);
    out.accept(new Signal.SpeechStopped(at(lastStop - lead), at(heard)));
  }

  /** A place of the detector's in the caller's stream. */
  private Position at(long sample) {
    Position since = new Position(Math.max(0, sample), heardRate).at(rate);
    return since.plus(Math.max(0, origin));
  }
}
