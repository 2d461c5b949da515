package dev.parley.audio;

import dev.parley.engine.frame.Samples;

/** Sine waves, and what is left of them. */
public final class Tone {

  private Tone() {}

  /** A sine of an amplitude between 0 and 1. */
  public static Samples of(double hertz, double amplitude, int rate, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) Math.round(32_767 * amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return Samples.wrap(pcm);
  }

  /** The level of a run, its ends left out, in dB below the sine of that amplitude. */
  public static double below(Samples run, double amplitude, int ends) {
    double sum = 0;
    for (int i = ends; i < run.count() - ends; i++) {
      sum += (double) run.at(i) * run.at(i);
    }
    double mean = sum / (run.count() - 2 * ends);
    return -10 * Math.log10(Math.max(mean, 1e-9) / (0.5 * Math.pow(32_767 * amplitude, 2)));
  }

  /**
   * A run as the sine of that frequency that fits best, and the rest.
   *
   * @param gain the sine's amplitude
   * @param phase its phase at the first sample, in radians
   * @param restBelow the level of what is not the sine, in dB below it
   */
  public record Fit(double gain, double phase, double restBelow) {}

  public static Fit fit(Samples run, double hertz, int rate, int ends) {
    double ss = 0;
    double cc = 0;
    double sc = 0;
    double xs = 0;
    double xc = 0;
    for (int i = ends; i < run.count() - ends; i++) {
      double s = Math.sin(2 * Math.PI * hertz * i / rate);
      double c = Math.cos(2 * Math.PI * hertz * i / rate);
      double x = run.at(i) / 32_767.0;
      ss += s * s;
      cc += c * c;
      sc += s * c;
      xs += x * s;
      xc += x * c;
    }
    double determinant = ss * cc - sc * sc;
    double a = (xs * cc - xc * sc) / determinant;
    double b = (xc * ss - xs * sc) / determinant;
    double rest = 0;
    int count = 0;
    for (int i = ends; i < run.count() - ends; i++, count++) {
      double angle = 2 * Math.PI * hertz * i / rate;
      double miss = run.at(i) / 32_767.0 - a * Math.sin(angle) - b * Math.cos(angle);
      rest += miss * miss;
    }
    double amplitude = Math.hypot(a, b);
    return new Fit(
        amplitude,
        Math.atan2(b, a),
        -10 * Math.log10(rest / count / (0.5 * amplitude * amplitude)));
  }
}
