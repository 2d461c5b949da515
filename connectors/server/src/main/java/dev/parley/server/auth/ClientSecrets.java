package dev.parley.server.auth;

import dev.parley.server.limit.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The client secrets ({@code ek_…}) that have been minted and have not expired. For any thread.
 *
 * <p>A secret may start sessions, as many as it likes, until the second it expires; a session that
 * runs by then goes on. Only hashes are remembered, in memory: a restart forgets them all. What has
 * expired is forgotten; what is alive is never pushed out by newer ones, who are refused instead.
 */
public final class ClientSecrets {

  /** How every client secret begins. */
  static final String PREFIX = "ek_";

  private static final long LEAST_SECONDS = 10;
  private static final long MOST_SECONDS = 7_200;
  private static final long DEFAULT_SECONDS = 600;
  private static final Duration RETRY = Duration.ofSeconds(60);

  private final ClientSecretSettings settings;
  private final SecureRandom random;
  private final InstantSource time;
  private final SecretTable table = new SecretTable();

  /**
   * @param time the wall clock that {@code expires_at} is told by
   */
  public ClientSecrets(ClientSecretSettings settings, SecureRandom random, InstantSource time) {
    this.settings = settings;
    this.random = random;
    this.time = time;
  }

  /**
   * Makes a secret for a session.
   *
   * @param principal who asks, with an API key
   * @param session what it will open
   * @param seconds {@code expires_after.seconds}, 10 to 7200; 600 if the client does not say
   */
  public Minting mint(Principal principal, BoundSession session, OptionalLong seconds) {
    long lasting = seconds.orElse(DEFAULT_SECONDS);
    if (lasting < LEAST_SECONDS) {
      return badSeconds("integer_below_min_value", "below minimum", ">= " + LEAST_SECONDS, lasting);
    }
    if (lasting > MOST_SECONDS) {
      return badSeconds("integer_above_max_value", "above maximum", "<= " + MOST_SECONDS, lasting);
    }
    int chars = session.json().length();
    if (chars > settings.sessionChars()) {
      return new Minting.Refused(
          Refusal.badRequest(
              "string_above_max_length",
              "session",
              "Invalid 'session': too long. Expected at most "
                  + settings.sessionChars()
                  + " characters of JSON, but got "
                  + chars
                  + " instead."));
    }
    Secret value = Tokens.make(PREFIX, random);
    SecretHash hash = value.hash();
    synchronized (table) {
      Instant now = time.instant();
      table.forget(now);
      if (!table.fits(principal.account(), chars, settings.perAccount())) {
        return new Minting.Refused(
            Refusal.tooMany(
                "This key has minted as many client secrets as it may have at once: let some"
                    + " expire, or give them a shorter life.",
                RETRY));
      }
      if (!table.fits(chars, settings.total())) {
        return new Minting.Refused(
            Refusal.unavailable(
                "server_is_overloaded",
                "This server remembers as many client secrets as it can: try again later.",
                RETRY));
      }
      Instant expiresAt = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(lasting);
      Grant grant = new Grant(principal, session, expiresAt);
      table.put(hash, grant);
      return new Minting.Minted(value, grant);
    }
  }

  /** What the secret stands for, if it is known and may still start a session now. */
  public Optional<Grant> find(Secret presented) {
    SecretHash hash = presented.hash();
    synchronized (table) {
      table.forget(time.instant());
      return table.find(hash);
    }
  }

  /** Whether a presented credential claims to be a client secret. */
  static boolean claimed(Secret presented) {
    return presented.text().startsWith(PREFIX);
  }

  /** Whether it could have been minted, as its checksum is right: so it is old, not guessed. */
  static boolean intact(Secret presented) {
    return Tokens.intact(PREFIX, presented.text());
  }

  /**
   * Lets a secret start nothing more; sessions that run go on.
   *
   * @return whether it was alive
   */
  public boolean revoke(Secret secret) {
    SecretHash hash = secret.hash();
    synchronized (table) {
      table.forget(time.instant());
      return table.remove(hash);
    }
  }

  /**
   * Revokes every secret that an account has minted.
   *
   * @return how many were alive
   */
  public int revokeAll(String account) {
    synchronized (table) {
      table.forget(time.instant());
      return table.removeAll(account);
    }
  }

  /** How many are alive. */
  public int size() {
    synchronized (table) {
      table.forget(time.instant());
      return table.size();
    }
  }

  private static Minting badSeconds(String code, String where, String expected, long got) {
    return new Minting.Refused(
        Refusal.badRequest(
            code,
            "expires_after.seconds",
            "Invalid 'expires_after.seconds': integer "
                + where
                + " value. Expected a value "
                + expected
                + ", but got "
                + got
                + " instead."));
  }
}
