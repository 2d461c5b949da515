package dev.parley.speech.asr.sphinx4;

import java.util.ArrayList;
import java.util.List;

/**
 * What the acoustic model looks at: cepstra without their mean, and how they change. Pure.
 *
 * <p>The mean is what the line and the microphone add. Of a complete utterance it is known; of one
 * that goes on it is what was heard so far, and at its beginning what is usual.
 */
final class Features {

  /** How many rows after a row its features need. */
  static final int AHEAD = 3;

  private static final int CEPSTRA = 13;
  private static final int LIFTER = 22;
  private static final double FLOOR = 1e-4;

  /** What is usual, and for how many rows it counts. */
  private static final double[] USUAL = {53, 4, 4, 7, -5, -4, -7, -1, -2, -1, 0, -2, 2};

  private static final int USUAL_ROWS = 100;

  private static final double[][] TRANSFORM = transform();

  private Features() {}

  /** Of a complete utterance. */
  static List<float[]> complete(List<float[]> bands) {
    List<double[]> cepstra = cepstra(bands);
    double[] mean = new double[CEPSTRA];
    for (double[] row : cepstra) {
      for (int i = 0; i < CEPSTRA; i++) {
        mean[i] += row[i] / cepstra.size();
      }
    }
    for (double[] row : cepstra) {
      for (int i = 0; i < CEPSTRA; i++) {
        row[i] -= mean[i];
      }
    }
    return withChanges(cepstra, cepstra.size());
  }

  /**
   * Of one that goes on: for all rows but the last {@link #AHEAD}; more rows change none of them.
   */
  static List<float[]> ongoing(List<float[]> bands) {
    List<double[]> cepstra = cepstra(bands);
    double[] sum = new double[CEPSTRA];
    for (int i = 0; i < CEPSTRA; i++) {
      sum[i] = USUAL[i] * USUAL_ROWS;
    }
    int count = USUAL_ROWS;
    for (double[] row : cepstra) {
      count++;
      for (int i = 0; i < CEPSTRA; i++) {
        sum[i] += row[i];
        row[i] -= sum[i] / count;
      }
    }
    return withChanges(cepstra, Math.max(0, cepstra.size() - AHEAD));
  }

  static List<double[]> cepstra(List<float[]> bands) {
    List<double[]> cepstra = new ArrayList<>(bands.size());
    for (float[] row : bands) {
      double[] cepstrum = new double[CEPSTRA];
      for (int j = 0; j < row.length; j++) {
        double log = Math.log(row[j] + FLOOR);
        for (int i = 0; i < CEPSTRA; i++) {
          cepstrum[i] += TRANSFORM[i][j] * log;
        }
      }
      cepstra.add(cepstrum);
    }
    return cepstra;
  }

  /** The orthonormal cosine transform that the model was trained with, liftered. */
  private static double[][] transform() {
    double[][] transform = new double[CEPSTRA][MelBands.BANDS];
    for (int i = 0; i < CEPSTRA; i++) {
      double scale = Math.sqrt((i == 0 ? 1.0 : 2.0) / MelBands.BANDS);
      double lifter = 1 + LIFTER / 2.0 * Math.sin(i * Math.PI / LIFTER);
      for (int j = 0; j < MelBands.BANDS; j++) {
        transform[i][j] = scale * lifter * Math.cos(Math.PI * i * (j + 0.5) / MelBands.BANDS);
      }
    }
    return transform;
  }

  private static List<float[]> withChanges(List<double[]> cepstra, int count) {
    List<float[]> features = new ArrayList<>(count);
    for (int t = 0; t < count; t++) {
      float[] row = new float[3 * CEPSTRA];
      for (int i = 0; i < CEPSTRA; i++) {
        row[i] = (float) at(cepstra, t)[i];
        row[CEPSTRA + i] = (float) change(cepstra, t, i);
        row[2 * CEPSTRA + i] = (float) (change(cepstra, t + 1, i) - change(cepstra, t - 1, i));
      }
      features.add(row);
    }
    return features;
  }

  private static double change(List<double[]> cepstra, int t, int i) {
    return at(cepstra, t + 2)[i] - at(cepstra, t - 2)[i];
  }

  private static double[] at(List<double[]> rows, int t) {
    return rows.get(Math.max(0, Math.min(rows.size() - 1, t)));
  }
}
