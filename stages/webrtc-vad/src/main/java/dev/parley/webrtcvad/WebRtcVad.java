package dev.parley.webrtcvad;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadSettings;
import io.github.givimad.libfvadjni.VoiceActivityDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * WebRTC's speech detector as a kind: a tenth of Silero's cost, quick at onsets, and easily fooled
 * by noise. For machines where ONNX Runtime is too much.
 */
public final class WebRtcVad implements SpeechDetectors {

  /** Speech in three frames out of a row: one alone is often a click. */
  private static final VadSettings SETTINGS =
      VadSettings.defaults().withBias(-0.7).withRise(0).withEvidence(3.5);

  /**
   * The native library finds its detectors in one table for the whole process, and does not guard
   * it: while one is put in or taken out, nobody may look one up, or the process ends.
   */
  private static final ReentrantReadWriteLock TABLE = new ReentrantReadWriteLock();

  private WebRtcVad() {}

  /** In its strictest mode. */
  public static WebRtcVad defaults() {
    return new WebRtcVad();
  }

  @Override
  public String name() {
    return "webrtc";
  }

  @Override
  public VadSettings settings() {
    return SETTINGS;
  }

  @Override
  public SpeechDetector open() {
    return guarded(
        TABLE.writeLock(),
        "cannot be loaded",
        () -> {
          VoiceActivityDetector.loadLibrary();
          return new Detector(VoiceActivityDetector.newInstance());
        });
  }

  /** Something that the native library does. */
  private interface Native<T> {
    T run() throws IOException;
  }

  private static <T> T guarded(Lock lock, String failure, Native<T> task) {
    lock.lock();
    try {
      return task.run();
    } catch (IOException e) {
      throw new UncheckedIOException("WebRTC's speech detector " + failure, e);
    } finally {
      lock.unlock();
    }
  }

  /** Says yes or no; passed on as probabilities that are neither certain. */
  private static final class Detector implements SpeechDetector {

    private static final double YES = 0.9;
    private static final double NO = 0.1;

    private final VoiceActivityDetector vad;

    Detector(VoiceActivityDetector vad) throws IOException {
      this.vad = vad;
      prepare();
    }

    @Override
    public double probability(short[] frame) {
      boolean isSpeech =
          guarded(TABLE.readLock(), "failed", () -> vad.process(frame, frame.length));
      return isSpeech ? YES : NO;
    }

    @Override
    public void reset() {
      guarded(
          TABLE.readLock(),
          "cannot be reset",
          () -> {
            vad.reset();
            prepare();
            return vad;
          });
    }

    @Override
    public void close() {
      guarded(
          TABLE.writeLock(),
          "cannot be closed",
          () -> {
            vad.close();
            return vad;
          });
    }

    private void prepare() throws IOException {
      vad.setMode(VoiceActivityDetector.Mode.VERY_AGGRESSIVE);
      vad.setSampleRate(VoiceActivityDetector.SampleRate.S16000);
    }
  }
}
