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
 * alone.
 *
 * <p>The network wants windows of 512 samples with 64 samples of context before them. They are laid
 * over one another so that one ends with each frame of 320: speech is noticed sooner than with
 * windows side by side, for 1.6 times the computing.
 *
 * <p>Shapes, for N streams: {@code input} [N, 576], {@code state} [2, N, 128], {@code sr} scalar;
 * {@code output} [N, 1], {@code stateN} [2, N, 128], which is the next call's {@code state}: two
 * tensors change places. One thread at a time.
 */
public final class SileroStreams implements AutoCloseable {

  private static final int CONTEXT = 64;
  private static final int WINDOW = 512;
  private static final int INPUT = CONTEXT + WINDOW;
  private static final int STATE = 128;
  private static final int LAYERS = 2;

  private final SileroModel model;
  private final int count;
  private final AutoGain[] gains;
  private final float[][] latest;
  private final FloatBuffer input;
  private final FloatBuffer output;
  private final FloatBuffer[] states;
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final OnnxTensor rateTensor;
  private final OnnxTensor[] stateTensors = new OnnxTensor[2];
  private int current;

  SileroStreams(SileroModel model, int count) {
    this.model = model;
    this.count = count;
    gains = new AutoGain[count];
    for (int i = 0; i < count; i++) {
      gains[i] = new AutoGain();
    }
    latest = new float[count][INPUT];
    input = direct(count * INPUT);
    output = direct(count);
    states = new FloatBuffer[] {direct(LAYERS * count * STATE), direct(LAYERS * count * STATE)};
    try {
      var environment = model.environment();
      inputTensor = OnnxTensor.createTensor(environment, input, new long[] {count, INPUT});
      outputTensor = OnnxTensor.createTensor(environment, output, new long[] {count, 1});
      rateTensor = OnnxTensor.createTensor(environment, (long) SpeechDetector.RATE);
      for (int i = 0; i < 2; i++) {
        stateTensors[i] =
            OnnxTensor.createTensor(environment, states[i], new long[] {LAYERS, count, STATE});
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot make room for a stream", e);
    }
  }

  /**
   * Room for so many streams.
   *
   * @throws IllegalStateException if the network did not come with this build
   */
  public static SileroStreams open(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, got " + count);
    }
    return new SileroStreams(SileroModel.shared(), count);
  }

  /** Puts the next frame of a stream: 320 samples at 16 kHz, valid during the call only. */
  public void put(int stream, short[] frame) {
    float[] window = latest[stream];
    System.arraycopy(window, frame.length, window, 0, INPUT - frame.length);
    for (int i = 0; i < frame.length; i++) {
      window[INPUT - frame.length + i] = frame[i] / 32_768f;
    }
    float factor = (float) gains[stream].factor(level(window));
    for (int i = 0; i < INPUT; i++) {
      input.put(stream * INPUT + i, Math.clamp(window[i] * factor, -1f, 1f));
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
      current = next;
    } catch (OrtException e) {
      throw new IllegalStateException("the Silero network failed", e);
    }
  }

  /** How likely a stream had speech at the end of the frame that was heard last, 0 to 1. */
  public double probability(int stream) {
    return output.get(stream);
  }

  /** Forgets a stream. */
  public void reset(int stream) {
    gains[stream].reset();
    Arrays.fill(latest[stream], 0);
    for (FloatBuffer state : states) {
      for (int layer = 0; layer < LAYERS; layer++) {
        for (int i = 0; i < STATE; i++) {
          state.put((layer * count + stream) * STATE + i, 0);
        }
      }
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

  /** A window's level in dBFS. */
  private static double level(float[] window) {
    double power = 0;
    for (int i = CONTEXT; i < INPUT; i++) {
      power += (double) window[i] * window[i];
    }
    return 10 * Math.log10(power / WINDOW + 1e-9);
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
