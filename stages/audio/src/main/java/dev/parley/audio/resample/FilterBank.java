package dev.parley.audio.resample;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The low-pass of one ratio, cut into a row of coefficients for each phase an output sample can
 * have between two input samples. Computed once a ratio, never written again.
 *
 * <p>A windowed sinc by Kaiser's formulas (Oppenheim and Schafer, Discrete-Time Signal Processing,
 * 7.5): with the lower of the two rates as unit, flat to {@value #PASS_EDGE} (3.4 kHz at 8 kHz,
 * 10.2 kHz at 24 kHz), at least {@value #REJECTION} dB down from {@value #STOP_EDGE} on, so nothing
 * folds over. That takes {@value #HALF_WIDTH} samples of the lower rate to each side.
 */
final class FilterBank {

  static final double PASS_EDGE = 0.425;
  static final double STOP_EDGE = 0.5;
  static final double REJECTION = 84;
  static final int HALF_WIDTH = 36;

  private static final double KAISER_BETA = 0.1102 * (REJECTION - 8.7);

  /** As many as there are ratios between the rates that {@link Resampler} knows. */
  private static final ConcurrentHashMap<Ratio, FilterBank> COMPUTED = new ConcurrentHashMap<>();

  /** Output samples to input samples, in lowest terms. */
  record Ratio(int up, int down) {
    static Ratio of(int from, int to) {
      int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
      return new Ratio(to / common, from / common);
    }
  }

  final Ratio ratio;

  /** How many input samples behind its own an output sample has to wait for. */
  final int reach;

  /** A row for each phase; within it, in the order of the input from the oldest sample on. */
  private final float[][] rows;

  private FilterBank(Ratio ratio) {
    this.ratio = ratio;
    double lower = Math.min(1.0, (double) ratio.up / ratio.down); // in units of the input's rate
    reach = (int) Math.ceil(HALF_WIDTH / lower);
    rows = new float[ratio.up][];
    for (int phase = 0; phase < ratio.up; phase++) {
      rows[phase] = row((double) phase / ratio.up, lower * (PASS_EDGE + STOP_EDGE));
    }
  }

  static FilterBank of(int from, int to) {
    return COMPUTED.computeIfAbsent(Ratio.of(from, to), FilterBank::new);
  }

  float[] row(int phase) {
    return rows[phase];
  }

  /** Coefficients for an output sample that lies {@code offset} behind an input sample. */
  private float[] row(double offset, double bandwidth) {
    double[] exact = new double[2 * reach];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double distance = offset + reach - 1 - i;
      exact[i] = sinc(bandwidth * distance) * kaiser(distance / reach);
      sum += exact[i];
    }
    float[] row = new float[exact.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (exact[i] / sum); // each phase passes a constant unchanged
    }
    return row;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - x * x))) / bessel(KAISER_BETA);
  }

  /** The modified Bessel function of the first kind and order 0, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }
}
