package dev.parley.webrtcvad;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadSettings;
import io.github.givimad.libfvadjni.VoiceActivityDetector;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * WebRTC's speech detector as a kind: a tenth of Silero's cost, quick at onsets, and easily fooled
 * by noise. For machines where ONNX Runtime is too much.
 */
public final class WebRtcVad implements SpeechDetectors {

  /** Speech in three frames out of a row: one alone is often a click. */
  private static final VadSettings SETTINGS =
      VadSettings.defaults().withBias(-0.7).withRise(0).withEvidence(3.5);

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
    try {
      VoiceActivityDetector.loadLibrary();
      return new Detector(VoiceActivityDetector.newInstance());
    } catch (IOException e) {
      throw new UncheckedIOException("WebRTC's speech detector cannot be loaded", e);
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
      try {
        return vad.process(frame, frame.length) ? YES : NO;
      } catch (IOException e) {
        throw new UncheckedIOException("WebRTC's speech detector failed", e);
      }
    }

    @Override
    public void reset() {
      try {
        vad.reset();
        prepare();
      } catch (IOException e) {
        throw new UncheckedIOException("WebRTC's speech detector cannot be reset", e);
      }
    }

    @Override
    public void close() {
      vad.close();
    }

    private void prepare() throws IOException {
      vad.setMode(VoiceActivityDetector.Mode.VERY_AGGRESSIVE);
      vad.setSampleRate(VoiceActivityDetector.SampleRate.S16000);
    }
  }
}
