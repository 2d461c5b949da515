package dev.parley.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.parley.audio.vad.SpeechDetector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Several streams through the network in one call: a stream of sixteen costs less than half of one
 * alone. All are at one rate, 16 kHz or 8 kHz: the file holds a network for each.
 *
 * <p>The network wants windows of 32 ms (512 samples, or 256) with 4 ms (64, or 32) of context
 * before them. They are laid over one another so that one ends with each frame of 20 ms: speech is
 * noticed sooner than with windows side by side, for 1.6 times the computing.
 *
 * <p>Shapes, for N streams: {@code input} [N, 576] or [N, 288], {@code state} [2, N, 128], {@code
 * sr} scalar; {@code output} [N, 1], {@code stateN} [2, N, 128], which is the next call's {@code
 * state}: two tensors change places. One thread at a time.
 */
public final class SileroStreams implements AutoCloseable {

  /** The rate of a telephone's audio, in Hz. */
  static final int TELEPHONE = 8_000;

  private static final int STATE = 128;
  private static final int LAYERS = 2;

  private final SileroModel model;
  private final int count;
  private final int rate;
  private final int context;
  private final int length; // of the input
  private final AutoGain[] gains;
  private final Fading[] fadings;
  private final float[][] latest;
  private final FloatBuffer input;
  private final FloatBuffer output;
  private final FloatBuffer[] states;
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final OnnxTensor rateTensor;
  private final OnnxTensor[] stateTensors = new OnnxTensor[2];
  private int current;

  SileroStreams(SileroModel model, int count, int rate) {
    this.model = model;
    this.count = count;
    this.rate = rate;
    context = rate / 250;
    length = context + rate * 32 / 1_000;
    gains = new AutoGain[count];
    fadings = new Fading[count];
    for (int i = 0; i < count; i++) {
      gains[i] = new AutoGain();
      fadings[i] = new Fading();
    }
    latest = new float[count][length];
    input = direct(count * length);
    output = direct(count);
    states = new FloatBuffer[] {direct(LAYERS * count * STATE), direct(LAYERS * count * STATE)};
    try {
      var environment = model.environment();
      inputTensor = OnnxTensor.createTensor(environment, input, new long[] {count, length});
      outputTensor = OnnxTensor.createTensor(environment, output, new long[] {count, 1});
      rateTensor = OnnxTensor.createTensor(environment, (long) rate);
      for (int i = 0; i < 2; i++) {
        stateTensors[i] =
            OnnxTensor.createTensor(environment, states[i], new long[] {LAYERS, count, STATE});
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot make room for a stream", e);
    }
  }

  /**
   * Room for so many streams at 16 kHz.
   *
   * @throws IllegalStateException if the network did not come with this build
   */
  public static SileroStreams open(int count) {
    return open(count, SpeechDetector.RATE);
  }

  /**
   * Room for so many streams at a rate that the network knows.
   *
   * @param rate 8000 or 16000 Hz
   * @throws IllegalStateException if the network did not come with this build
   */
  public static SileroStreams open(int count, int rate) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, got " + count);
    }
    if (rate != TELEPHONE && rate != SpeechDetector.RATE) {
      throw new IllegalArgumentException("rate must be 8000 or 16000 Hz, got " + rate);
    }
    return new SileroStreams(SileroModel.shared(), count, rate);
  }

  /** Samples a second of each stream. */
  public int rate() {
    return rate;
  }

  /** Puts the next frame of a stream: 20 ms, valid during the call only. */
  public void put(int stream, short[] frame) {
    float[] window = latest[stream];
    System.arraycopy(window, frame.length, window, 0, length - frame.length);
    for (int i = 0; i < frame.length; i++) {
      window[length - frame.length + i] = frame[i] / 32_768f;
    }
    float factor = (float) gains[stream].factor(level(window));
    for (int i = 0; i < length; i++) {
      input.put(stream * length + i, Math.clamp(window[i] * factor, -1f, 1f));
    }
  }

  /** Hears all streams, each of which has been given its frame. */
  public void run() {
    int next = 1 - current;
    try {
      model
          .session()
          .run(
              Map.of("input", inputTensor, "state", stateTensors[current], "sr", rateTensor),
              Map.of("output", outputTensor, "stateN", stateTensors[next]))
          .close(); // both outputs are ours, and stay
    } catch (OrtException e) {
      throw new IllegalStateException("the Silero network failed", e);
    }
    current = next;
    if (rate == TELEPHONE) { // at 16 kHz it would be quicker, too, but start at more noises
      fade(states[current]);
    }
  }

  /** How likely a stream had speech at the end of the frame that was heard last, 0 to 1. */
  public double probability(int stream) {
    return output.get(stream);
  }

  /** Forgets a stream. */
  public void reset(int stream) {
    gains[stream].reset();
    fadings[stream].reset();
    Arrays.fill(latest[stream], 0);
    for (FloatBuffer state : states) {
      scale(state, stream, 0);
    }
  }

  @Override
  public void close() {
    inputTensor.close();
    outputTensor.close();
    rateTensor.close();
    stateTensors[0].close();
    stateTensors[1].close();
  }

  private void fade(FloatBuffer state) {
    for (int stream = 0; stream < count; stream++) {
      float factor = fadings[stream].factor(output.get(stream));
      if (factor < 1) {
        scale(state, stream, factor);
      }
    }
  }

  private void scale(FloatBuffer state, int stream, float factor) {
    for (int layer = 0; layer < LAYERS; layer++) {
      int from = (layer * count + stream) * STATE;
      for (int i = from; i < from + STATE; i++) {
        state.put(i, factor * state.get(i));
      }
    }
  }

  /** A window's level in dBFS. */
  private double level(float[] window) {
    double power = 0;
    for (int i = context; i < length; i++) {
      power += (double) window[i] * window[i];
    }
    return 10 * Math.log10(power / (length - context) + 1e-9);
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
