package dev.parley.audio.vad;

/**
 * Tells speech by loudness alone: how far a frame stands above the quietest of the last seconds.
 * Needs nothing but Java, and takes any noise that comes suddenly for a voice: for tests and silent
 * rooms.
 */
public final class EnergyDetector implements SpeechDetector {

  /** At this distance from the floor, in dB, speech is as likely as not. */
  private static final double EVEN = 15;

  private static final double DECIBEL_PER_LOG_ODD = 3;
  private static final double LOUDEST_FLOOR = -35;
  private static final double QUIETEST = -80;
  private static final double RISE_PER_FRAME = 0.05; // 2.5 dB a second: the floor forgets slowly

  private double floor = LOUDEST_FLOOR;

  /** The energy detector as a kind. */
  public static SpeechDetectors energy() {
    return new SpeechDetectors() {
      @Override
      public String name() {
        return "energy";
      }

      @Override
      public VadSettings settings() {
        return VadSettings.defaults();
      }

      @Override
      public SpeechDetector open() {
        return new EnergyDetector();
      }
    };
  }

  @Override
  public double probability(short[] frame) {
    double power = 0;
    for (short sample : frame) {
      power += (double) sample * sample;
    }
    double level =
        Math.max(QUIETEST, 10 * Math.log10(power / frame.length / (32_768.0 * 32_768) + 1e-9));
    floor = Math.min(LOUDEST_FLOOR, Math.min(level, floor + RISE_PER_FRAME));
    double odds = (level - Math.max(floor, QUIETEST + EVEN) - EVEN) / DECIBEL_PER_LOG_ODD;
    return 1 / (1 + Math.exp(-odds));
  }

  @Override
  public void reset() {
    floor = LOUDEST_FLOOR;
  }
}
