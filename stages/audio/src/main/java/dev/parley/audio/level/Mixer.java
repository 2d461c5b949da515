package dev.parley.audio.level;

import dev.parley.engine.frame.Samples;
import java.util.List;

/** Adds runs of samples that sound at the same time. Immutable, safe for any thread. */
public final class Mixer {

  /** From here on the soft limit bends: 6 dB below full scale. */
  private static final double KNEE = 0.5;

  private static final double FULL_SCALE = 32_768;

  private final Limit limit;

  /** What becomes of a sum that is too loud. */
  public enum Limit {
    /** It stays at full scale. Exact below. */
    SATURATE,
    /** It is bent from 6 dB below full scale on, and never quite gets there. Exact below that. */
    SOFT
  }

  public Mixer(Limit limit) {
    this.limit = limit;
  }

  /** The sum of all runs, as long as the longest: the others are followed by silence. */
  public Samples mix(List<Samples> runs) {
    int[] sum = new int[runs.stream().mapToInt(Samples::count).max().orElse(0)];
    for (Samples run : runs) {
      for (int i = 0; i < run.count(); i++) {
        sum[i] += run.at(i);
      }
    }
    short[] mixed = new short[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mixed[i] = (short) (limit == Limit.SOFT ? bent(sum[i]) : saturated(sum[i]));
    }
    return Samples.wrap(mixed);
  }

  private static long bent(int sum) {
    double level = Math.abs(sum) / FULL_SCALE;
    if (level <= KNEE) {
      return sum;
    }
    double above = Math.tanh((level - KNEE) / (1 - KNEE));
    double bent = KNEE + (1 - KNEE) * above; // leaves the knee with slope 1
    return saturated(Math.round(Math.signum((double) sum) * bent * FULL_SCALE));
  }

  private static long saturated(long value) {
    return Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
