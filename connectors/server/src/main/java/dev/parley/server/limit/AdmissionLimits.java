package dev.parley.server.limit;

import java.time.Duration;

/**
 * How many sessions run at once.
 *
 * @param perKey of one account, unless its configuration says otherwise
 * @param perNode of this server
 * @param retryAfter when a client that was refused should try again
 */
public record AdmissionLimits(int perKey, int perNode, Duration retryAfter) {

  public AdmissionLimits {
    Checks.positive("perKey", perKey);
    Checks.positive("perNode", perNode);
    Checks.positive("retryAfter", retryAfter);
  }

  /** 100 a key, 1,000 a node, try again in 5 s. */
  public static AdmissionLimits defaults() {
    return new AdmissionLimits(100, 1_000, Duration.ofSeconds(5));
  }

  public AdmissionLimits withPerKey(int count) {
    return new AdmissionLimits(count, perNode, retryAfter);
  }

  public AdmissionLimits withPerNode(int count) {
    return new AdmissionLimits(perKey, count, retryAfter);
  }

  public AdmissionLimits withRetryAfter(Duration span) {
    return new AdmissionLimits(perKey, perNode, span);
  }
}
