package dev.parley.speech.asr.sphinx4;

import dev.parley.engine.frame.Samples;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * From audio to the energies of mel bands, a hundred rows a second. Serves one utterance.
 *
 * <p>A little noise is added, always the same: in digital silence, and above the band of a
 * telephone call, logarithms of nothing would outweigh the speech.
 */
final class MelBands {

  static final int RATE = 16_000;
  static final int SHIFT = RATE / 100;
  static final int BANDS = 25;

  private static final int WINDOW = 410; // 25.6 ms
  private static final double LOWEST_HZ = 130;
  private static final double HIGHEST_HZ = 6800;
  private static final double EMPHASIS = 0.97;
  private static final double NOISE = 12; // of 32768: -69 dBFS

  private static final double[] HAMMING = hamming();

  private final Random noise = new Random(1);
  private final List<float[]> rows = new ArrayList<>();
  private final Inlet inlet = new Inlet();
  private final BaseDataProcessor spectrum = new DiscreteFourierTransform(-1, /* invert= */ false);
  private final BaseDataProcessor bank = new MelFrequencyFilterBank(LOWEST_HZ, HIGHEST_HZ, BANDS);
  private final double[] window = new double[WINDOW];
  private int filled;
  private double previous;

  MelBands() {
    spectrum.setPredecessor(inlet);
    spectrum.initialize();
    bank.setPredecessor(spectrum);
    bank.initialize();
  }

  void feed(Samples audio) {
    for (int i = 0; i < audio.count(); i++) {
      double sample = audio.at(i) + noise.nextGaussian() * NOISE;
      window[filled++] = sample - EMPHASIS * previous;
      previous = sample;
      if (filled == WINDOW) {
        rows.add(row());
        System.arraycopy(window, SHIFT, window, 0, WINDOW - SHIFT);
        filled -= SHIFT;
      }
    }
  }

  /** All rows since the beginning; the list grows with the audio. */
  List<float[]> rows() {
    return Collections.unmodifiableList(rows);
  }

  private float[] row() {
    double[] shaped = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      shaped[i] = window[i] * HAMMING[i];
    }
    inlet.next = new DoubleData(shaped, RATE, (long) rows.size() * SHIFT);
    if (!(bank.getData() instanceof DoubleData energies)) {
      throw new IllegalStateException("Sphinx4's filter bank made no bands");
    }
    float[] row = new float[BANDS];
    for (int i = 0; i < BANDS; i++) {
      row[i] = (float) energies.getValues()[i];
    }
    return row;
  }

  private static double[] hamming() {
    double[] shape = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      shape[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
    }
    return shape;
  }

  /** The window that is to be looked at. */
  private static final class Inlet extends BaseDataProcessor {
    private @Nullable Data next;

    @Override
    public @Nullable Data getData() {
      Data fetched = next;
      next = null;
      return fetched;
    }
  }
}
