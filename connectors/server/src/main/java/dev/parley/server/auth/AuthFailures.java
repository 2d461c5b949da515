package dev.parley.server.auth;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses that have lately presented wrong keys. For any thread.
 *
 * <p>Who has failed too often within the window is blocked. A right key passes all the same, since
 * many clients may share an address, and keys are too long to be guessed. An IPv6 address counts as
 * its /64, which is what one subscriber has. Requests that are checked at the same moment may
 * exceed the budget by the number of threads that check.
 */
public final class AuthFailures {

  /** An IPv4 address, or the first half of an IPv6 one. */
  private record Source(boolean six, long bits) {

    static Source of(InetAddress address) {
      ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
      return bytes.remaining() == 4
          ? new Source(false, bytes.getInt())
          : new Source(true, bytes.getLong());
    }
  }

  private final AuthFailureSettings settings;

  /** When each has failed, oldest first, at most as often as the budget; the last to fail last. */
  private final Map<Source, ArrayDeque<Long>> failures = new LinkedHashMap<>();

  public AuthFailures(AuthFailureSettings settings) {
    this.settings = settings;
  }

  /**
   * How long this address must wait before it is heard again; empty if it is heard.
   *
   * @param nanos now, by a monotonic clock
   */
  public synchronized Optional<Duration> blocked(InetAddress address, long nanos) {
    ArrayDeque<Long> times = failures.get(Source.of(address));
    if (times == null || times.size() < settings.most()) {
      return Optional.empty();
    }
    long left = settings.window().toNanos() - (nanos - times.getFirst());
    return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
  }

  /**
   * Counts a failure of this address.
   *
   * @return whether it is blocked from now on, and was not before
   */
  public synchronized boolean failed(InetAddress address, long nanos) {
    boolean before = blocked(address, nanos).isPresent();
    Source source = Source.of(address);
    ArrayDeque<Long> times = failures.remove(source);
    if (times == null) {
      times = new ArrayDeque<>(2);
      if (failures.size() >= settings.addresses()) {
        Iterator<Source> eldest = failures.keySet().iterator();
        eldest.next();
        eldest.remove();
      }
    }
    if (times.size() >= settings.most()) {
      times.removeFirst();
    }
    times.addLast(nanos);
    failures.put(source, times);
    return !before && blocked(address, nanos).isPresent();
  }

  /** How many addresses are remembered. */
  public synchronized int size() {
    return failures.size();
  }
}
