package dev.parley.speech.asr.whisper;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Transcript;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An utterance's course: gathered, then decoded at once, for Whisper looks at half a minute in any
 * case. What goes beyond five minutes is not heard.
 */
final class WhisperDecoder implements Decoder {

  private static final int MOST = 300 * WhisperRecogniser.RATE;

  /** Less than a second, and Whisper says nothing. */
  private static final int LEAST = WhisperRecogniser.RATE * 11 / 10;

  private static final int SAMPLES_A_TICK = WhisperRecogniser.RATE / 100; // its times are in 10 ms

  private final WhisperJNI whisper;
  private final WhisperContext context;
  private final WhisperState state;
  private final WhisperFullParams parameters;
  private final Runnable onClose;
  private float[] heard = new float[WhisperRecogniser.RATE];
  private int count;
  private boolean closed;

  WhisperDecoder(
      WhisperJNI whisper,
      WhisperContext context,
      WhisperState state,
      WhisperFullParams parameters,
      Runnable onClose) {
    this.whisper = whisper;
    this.context = context;
    this.state = state;
    this.parameters = parameters;
    this.onClose = onClose;
  }

  @Override
  public void begin() {
    requireOpen();
    count = 0;
  }

  @Override
  public void feed(Samples audio) {
    requireOpen();
    int more = Math.min(audio.count(), MOST - count);
    if (count + more > heard.length) {
      heard = Arrays.copyOf(heard, Math.min(MOST, Math.max(count + more, 2 * heard.length)));
    }
    for (int i = 0; i < more; i++) {
      heard[count++] = audio.at(i) / 32768f;
    }
  }

  @Override
  public Transcript partial() {
    requireOpen();
    return Transcript.EMPTY;
  }

  @Override
  public List<Transcript> finish(int most) {
    requireOpen();
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, got " + most);
    }
    if (count == 0) {
      return List.of(Transcript.EMPTY);
    }
    float[] audio = Arrays.copyOf(Arrays.copyOf(heard, count), Math.max(LEAST, count));
    begin();
    int problem = whisper.fullWithState(context, state, parameters, audio, audio.length);
    if (problem != 0) {
      throw new RecogniserException("Whisper could not decode an utterance: error " + problem);
    }
    List<Segments.Segment> segments = new ArrayList<>();
    for (int i = 0; i < whisper.fullNSegmentsFromState(state); i++) {
      segments.add(
          new Segments.Segment(
              whisper.fullGetSegmentTextFromState(state, i),
              whisper.fullGetSegmentTimestamp0FromState(state, i) * SAMPLES_A_TICK,
              whisper.fullGetSegmentTimestamp1FromState(state, i) * SAMPLES_A_TICK));
    }
    return List.of(Segments.transcript(segments));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      state.close();
      onClose.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the decoder is closed");
    }
  }
}
