package dev.parley.audio.vad;

import java.time.Duration;

/**
 * When probabilities become speech.
 *
 * <p>While nobody speaks, each frame's log-odds plus {@code bias} are added to an account that
 * leaks, so that one certain frame says speech at once and doubtful ones need each other. While
 * somebody speaks, it takes {@code minSilence} without a frame of at least {@code release} to say
 * that they stopped.
 *
 * @param bias added to each frame's log-odds
 * @param rise what share of the log-odds' rise since the frame before is added as well, 0 to 1
 * @param leak what remains of the account from one frame to the next, 0 to 1
 * @param evidence what the account must hold to say speech
 * @param release the probability that keeps speech alive, 0 to 1
 * @param minSpeech how long the account must hold that much
 * @param minSilence how long it must be silent to say that speech has stopped
 * @param prefixPadding how much earlier than its first sound speech is said to begin; behind its
 *     last sound it is said to go on as long, but for 30 ms at the most
 */
public record VadSettings(
    double bias,
    double rise,
    double leak,
    double evidence,
    double release,
    Duration minSpeech,
    Duration minSilence,
    Duration prefixPadding)
    implements VadTuning {

  private static final double EXTREME = 0.99;

  public VadSettings {
    if (!Double.isFinite(bias)) {
      throw new IllegalArgumentException("bias must be a number, got " + bias);
    }
    requireShare("rise", rise);
    requireShare("leak", leak);
    requireShare("release", release);
    if (!(evidence > 0)) {
      throw new IllegalArgumentException("evidence must be positive, got " + evidence);
    }
    requireSpan("minSpeech", minSpeech);
    requireSpan("minSilence", minSilence);
    requireSpan("prefixPadding", prefixPadding);
  }

  /**
   * For probabilities that mean what they say: speech at once when 0.82 follows silence, after a
   * few frames of 0.6; 200 ms of silence; 30 ms of padding.
   */
  public static VadSettings defaults() {
    return new VadSettings(
        0.5, 0.5, 0.8, 3.0, 0.35, Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(30));
  }

  public VadSettings withBias(double logOdds) {
    return new VadSettings(
        logOdds, rise, leak, evidence, release, minSpeech, minSilence, prefixPadding);
  }

  public VadSettings withRise(double share) {
    return new VadSettings(
        bias, share, leak, evidence, release, minSpeech, minSilence, prefixPadding);
  }

  public VadSettings withLeak(double share) {
    return new VadSettings(
        bias, rise, share, evidence, release, minSpeech, minSilence, prefixPadding);
  }

  public VadSettings withEvidence(double logOdds) {
    return new VadSettings(
        bias, rise, leak, logOdds, release, minSpeech, minSilence, prefixPadding);
  }

  public VadSettings withRelease(double probability) {
    return new VadSettings(
        bias, rise, leak, evidence, probability, minSpeech, minSilence, prefixPadding);
  }

  public VadSettings withMinSpeech(Duration span) {
    return new VadSettings(bias, rise, leak, evidence, release, span, minSilence, prefixPadding);
  }

  public VadSettings withMinSilence(Duration span) {
    return new VadSettings(bias, rise, leak, evidence, release, minSpeech, span, prefixPadding);
  }

  public VadSettings withPrefixPadding(Duration span) {
    return new VadSettings(bias, rise, leak, evidence, release, minSpeech, minSilence, span);
  }

  /**
   * By a threshold as OpenAI's {@code server_vad} has one: 0.5 changes nothing, a higher one asks
   * for clearer speech to begin and to go on, a lower one for less.
   *
   * <p>It is taken for the probability at which speech would be as likely as not: its log-odds are
   * taken from {@code bias} and added to those of {@code release}. What lies beyond 0.01 and 0.99
   * counts as these.
   *
   * @param threshold 0 to 1, relative to these settings
   */
  public VadSettings withThreshold(double threshold) {
    requireShare("threshold", threshold);
    double harder = logOdds(Math.clamp(threshold, 1 - EXTREME, EXTREME));
    if (harder == 0) {
      return this;
    }
    boolean decided = release == 0 || release == 1;
    double held = decided ? release : 1 / (1 + Math.exp(-(logOdds(release) + harder)));
    return withBias(bias - harder).withRelease(held);
  }

  /**
   * The same, but heard to stop within a wait: before a turn detector that ends turns after so much
   * silence, so that it is not kept waiting any longer.
   */
  public VadSettings noSlowerThan(Duration wait) {
    return wait.compareTo(minSilence) < 0 ? withMinSilence(wait) : this;
  }

  private static double logOdds(double share) {
    return Math.log(share / (1 - share));
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, got " + value);
    }
  }

  private static void requireSpan(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative, got " + value);
    }
  }
}
