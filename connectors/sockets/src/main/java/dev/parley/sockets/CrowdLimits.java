package dev.parley.sockets;

/**
 * How many connections a server holds, of any kind.
 *
 * @param connections over it 503
 * @param perAddress from one address; over it 429
 * @param loopbackToo whether {@code perAddress} counts for this machine's own addresses
 */
public record CrowdLimits(int connections, int perAddress, boolean loopbackToo) {

  private static final CrowdLimits DEFAULTS = new CrowdLimits(10_000, 50, /* loopbackToo= */ false);

  public CrowdLimits {
    Check.range("crowd.connections", connections, 1, 1_000_000);
    Check.range("crowd.perAddress", perAddress, 1, 1_000_000);
  }

  /** 10,000 in all and 50 from one address, this machine's own excepted. */
  public static CrowdLimits defaults() {
    return DEFAULTS;
  }

  public CrowdLimits withConnections(int other) {
    return new CrowdLimits(other, perAddress, loopbackToo);
  }

  public CrowdLimits withPerAddress(int other) {
    return new CrowdLimits(connections, other, loopbackToo);
  }

  public CrowdLimits withLoopbackToo(boolean other) {
    return new CrowdLimits(connections, perAddress, other);
  }
}
