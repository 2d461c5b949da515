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
 * One stream through the network.
 *
 * <p>The network wants windows of 512 samples with 64 samples of context before them. They are laid
 * over one another so that one ends with each frame of 320: speech is noticed sooner than with
 * windows side by side, for 1.6 times the computing.
 *
 * <p>Shapes: {@code input} [1, 576], {@code state} [2, 1, 128], {@code sr} scalar; {@code output}
 * [1, 1], {@code stateN} [2, 1, 128], which is the next call's {@code state}: two tensors change
 * places.
 */
final class SileroDetector implements SpeechDetector {

  private static final int CONTEXT = 64;
  private static final int WINDOW = 512;
  private static final int INPUT = CONTEXT + WINDOW;
  private static final int STATE = 2 * 128;

  private final SileroModel model;
  private final AutoGain gain = new AutoGain();
  private final float[] latest = new float[INPUT];
  private final FloatBuffer input = direct(INPUT);
  private final FloatBuffer output = direct(1);
  private final FloatBuffer[] states = {direct(STATE), direct(STATE)};
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final OnnxTensor rateTensor;
  private final OnnxTensor[] stateTensors = new OnnxTensor[2];
  private int current;

  SileroDetector(SileroModel model) {
    this.model = model;
    try {
      var environment = model.environment();
      inputTensor = OnnxTensor.createTensor(environment, input, new long[] {1, INPUT});
      outputTensor = OnnxTensor.createTensor(environment, output, new long[] {1, 1});
      rateTensor = OnnxTensor.createTensor(environment, (long) RATE);
      for (int i = 0; i < 2; i++) {
        stateTensors[i] =
            OnnxTensor.createTensor(environment, states[i], new long[] {2, 1, STATE / 2});
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot make room for a stream", e);
    }
  }

  @Override
  public double probability(short[] frame) {
    System.arraycopy(latest, FRAME, latest, 0, INPUT - FRAME);
    for (int i = 0; i < FRAME; i++) {
      latest[INPUT - FRAME + i] = frame[i] / 32_768f;
    }
    float factor = (float) gain.factor(level());
    for (int i = 0; i < INPUT; i++) {
      input.put(i, Math.clamp(latest[i] * factor, -1f, 1f));
    }
    int next = 1 - current;
    try {
      model
          .session()
          .run(
              Map.of("input", inputTensor, "state", stateTensors[current], "sr", rateTensor),
              Map.of("output", outputTensor, "stateN", stateTensors[next]))
          .close(); // both outputs are ours, and stay
      current = next;
      return output.get(0);
    } catch (OrtException e) {
      throw new IllegalStateException("the Silero network failed", e);
    }
  }

  @Override
  public void reset() {
    gain.reset();
    Arrays.fill(latest, 0);
    for (FloatBuffer state : states) {
      for (int i = 0; i < STATE; i++) {
        state.put(i, 0);
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

  /** The window's level in dBFS. */
  private double level() {
    double power = 0;
    for (int i = CONTEXT; i < INPUT; i++) {
      power += (double) latest[i] * latest[i];
    }
    return 10 * Math.log10(power / WINDOW + 1e-9);
  }

  private static FloatBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
