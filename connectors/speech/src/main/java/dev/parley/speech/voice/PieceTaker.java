package dev.parley.speech.voice;

import com.sun.speech.freetts.audio.AudioPlayer;
import dev.parley.audio.codec.PcmDecoder;
import dev.parley.engine.frame.Samples;
import java.util.Arrays;
import java.util.function.Predicate;
import javax.sound.sampled.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * What FreeTTS takes for a loudspeaker: hands its audio on piece by piece, and tells it to stop
 * when no more is wanted. Serves one text; called by the thread that speaks it.
 */
public final class PieceTaker implements AudioPlayer {

  private final PcmDecoder decoder;
  private final Predicate<Samples> out;
  private @Nullable AudioFormat format;
  private boolean wanted = true;
  private @Nullable RuntimeException fault;

  public PieceTaker(dev.parley.engine.frame.AudioFormat spoken, Predicate<Samples> out) {
    this.out = out;
    decoder = new PcmDecoder(spoken);
  }

  @Override
  public boolean write(byte[] audio) {
    return write(audio, 0, audio.length);
  }

  /** Takes more audio; answers false when speaking should stop. */
  @Override
  public boolean write(byte[] audio, int from, int count) {
    if (wanted) {
      byte[] bytes = Arrays.copyOfRange(audio, from, from + count);
      try {
        decoder.accept(bytes, piece -> wanted = out.test(piece));
      } catch (RuntimeException e) { // FreeTTS would print it and go on
        fault = e;
        wanted = false;
      }
    }
    return wanted;
  }

  /** Whether the listener has not had enough yet. */
  public boolean wantsMore() {
    return wanted;
  }

  /**
   * Looks at how it went.
   *
   * @param spoken whether FreeTTS says that it spoke the whole text
   * @throws RuntimeException the listener's own, or one if FreeTTS stopped without being asked to
   */
  public void finish(boolean spoken) {
    if (fault != null) {
      throw fault;
    }
    if (!spoken && wanted) {
      throw new IllegalStateException("FreeTTS broke off in the middle of a text");
    }
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public @Nullable AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return 0;
  }

  // Whatever else a loudspeaker can do: nothing waits here that could be paused, measured or
  // dropped.

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
