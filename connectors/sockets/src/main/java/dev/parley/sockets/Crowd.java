package dev.parley.sockets;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections against their limits. Safe for any thread. */
final class Crowd {

  private final CrowdLimits limits;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentHashMap<InetAddress, Integer> addresses = new ConcurrentHashMap<>();

  Crowd(CrowdLimits limits) {
    this.limits = limits;
  }

  /** Counts one in, always; tells why it may not stay. */
  Optional<Refusal> enter(InetAddress address) {
    int count = all.incrementAndGet();
    int same = addresses.merge(address, 1, Integer::sum);
    if (count > limits.connections()) {
      return Optional.of(Refusal.TOO_MANY);
    }
    boolean isCounted = limits.loopbackToo() || !address.isLoopbackAddress();
    return isCounted && same > limits.perAddress()
        ? Optional.of(Refusal.TOO_MANY_OF_ADDRESS)
        : Optional.empty();
  }

  void leave(InetAddress address) {
    all.decrementAndGet();
    addresses.compute(address, (key, count) -> count == null || count == 1 ? null : count - 1);
  }

  /** So far over its limit that saying so would cost too much. */
  boolean isFlood() {
    return all.get() > limits.connections() + limits.connections() / 8 + 64;
  }
}
