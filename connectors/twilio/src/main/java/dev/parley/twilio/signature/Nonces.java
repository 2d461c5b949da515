package dev.parley.twilio.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One-time words that tie a media stream to the call whose webhook asked for it: each is good for
 * one call, once, and for a while. Safe for any thread if the generator is.
 *
 * @param <T> what is kept about the call until its stream comes
 */
public final class Nonces<T> {

  private static final int BYTES = 24;

  private record Ticket<T>(String nonce, long until, T about) {}

  private final Duration life;
  private final int most;
  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final Map<String, Ticket<T>> open = new LinkedHashMap<>(); // the oldest first

  /**
   * @param life how long a nonce is good
   * @param most how many may wait at once
   * @param nanos a monotonic clock
   * @param random makes the nonces; a secure one outside of tests
   */
  public Nonces(Duration life, int most, LongSupplier nanos, RandomGenerator random) {
    this.life = life;
    this.most = most;
    this.nanos = nanos;
    this.random = random;
  }

  /**
   * Makes a nonce; an earlier one of the same call is void from now on.
   *
   * @return nothing if too many wait already
   */
  public synchronized Optional<String> issue(String callSid, T about) {
    forgetOld();
    open.remove(callSid);
    if (open.size() >= most) {
      return Optional.empty();
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    open.put(callSid, new Ticket<>(nonce, nanos.getAsLong() + life.toNanos(), about));
    return Optional.of(nonce);
  }

  /**
   * Takes a nonce back, once.
   *
   * @return what was kept about the call; nothing if the nonce is not this call's, was used, or is
   *     too old. A wrong one does not spend the right one
   */
  public synchronized Optional<T> redeem(String callSid, String nonce) {
    forgetOld();
    Ticket<T> ticket = open.get(callSid);
    if (ticket == null || !MessageDigest.isEqual(utf8(ticket.nonce), utf8(nonce))) {
      return Optional.empty();
    }
    open.remove(callSid);
    return Optional.of(ticket.about);
  }

  /** How many wait to be used. */
  public synchronized int size() {
    forgetOld();
    return open.size();
  }

  private void forgetOld() {
    long now = nanos.getAsLong();
    for (Iterator<Ticket<T>> i = open.values().iterator(); i.hasNext(); ) {
      if (now - i.next().until < 0) {
        return; // all that follow are younger
      }
      i.remove();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
