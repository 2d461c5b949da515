package dev.parley.server.auth;

import dev.parley.server.auth.Outcome.Admitted;
import dev.parley.server.auth.Outcome.Denied;
import dev.parley.server.limit.Refusal;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who comes in, before any upgrade and before any body is read. For any thread; never
 * blocks.
 *
 * <p>In this order: the name the request asks for, the page it comes from, and what it presents. An
 * address that has guessed too often is told to wait, but only when it guesses wrong again: others
 * may share it, behind a proxy even all. Only a wrong key counts as a guess. A missing or malformed
 * one does not, and neither does a client secret that is whole but not alive: it is an old one,
 * whose page tries again, and its neighbours behind the same address are innocent.
 */
public final class Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);

  private final ApiKeys keys;
  private final ClientSecrets secrets;
  private final Hosts hosts;
  private final Origins origins;
  private final AuthFailures failures;
  private final Principal everyone;
  private final LongSupplier nanos;

  /**
   * @param settings who may come in
   * @param bind where the server listens
   * @param sessionsAtOnce of an account that does not say it itself, and of everyone together where
   *     no key is needed
   * @param secrets where client secrets are minted
   * @param nanos a monotonic clock
   * @throws IllegalArgumentException with a sentence for the person who starts the server, if the
   *     keys are too little for that address
   */
  public Authenticator(
      AuthSettings settings,
      InetAddress bind,
      int sessionsAtOnce,
      ClientSecrets secrets,
      LongSupplier nanos) {
    this.keys = new ApiKeys(settings.accounts(), sessionsAtOnce);
    keys.refusal(bind)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    this.secrets = secrets;
    this.hosts = new Hosts(settings.hosts(), bind);
    this.origins = new Origins(settings.origins(), bind);
    this.failures = new AuthFailures(settings.failures());
    this.everyone = new Principal(Principal.LOOPBACK, sessionsAtOnce);
    this.nanos = nanos;
  }

  /** Whether the request may come in, and as whom. */
  public Outcome admit(RequestHead head, Purpose purpose) {
    return foreign(head)
        .<Outcome>map(Denied::new)
        .orElseGet(() -> heard(head, purpose, nanos.getAsLong()));
  }

  /** Why a request may not be answered, whoever makes it: it is for another host or of a page. */
  public Optional<Refusal> foreign(RequestHead head) {
    return hosts.check(head).or(() -> origins.check(head));
  }

  private Outcome heard(RequestHead head, Purpose purpose, long now) {
    return switch (Credentials.presented(head)) {
      case Presented.Unusable bad -> new Denied(Refusal.unauthorized(bad.code(), bad.message()));
      case Presented.Nothing nothing -> open(head) ? anyone() : missing();
      case Presented.Key key when ClientSecrets.claimed(key.secret()) ->
          secrets
              .find(key.secret())
              .map(grant -> granted(grant, purpose))
              .orElseGet(() -> ClientSecrets.intact(key.secret()) ? expired() : wrong(head, now));
      case Presented.Key key when open(head) -> anyone(); // the SDKs always send some key
      case Presented.Key key ->
          keys.find(key.secret())
              .<Outcome>map(principal -> new Admitted(principal, Optional.empty()))
              .orElseGet(() -> wrong(head, now));
    };
  }

  private boolean open(RequestHead head) {
    return keys.isEmpty() && head.remote().isLoopbackAddress();
  }

  private Outcome anyone() {
    return new Admitted(everyone, Optional.empty());
  }

  private static Outcome granted(Grant grant, Purpose purpose) {
    return switch (purpose) {
      case SESSION -> new Admitted(grant.principal(), Optional.of(grant.session()));
      case MANAGE ->
          new Denied(
              Refusal.forbidden(
                  "insufficient_permissions",
                  "A client secret only starts sessions: use an API key for this request."));
    };
  }

  private Outcome wrong(RequestHead head, long now) {
    Optional<Duration> wait = failures.blocked(head.remote(), now);
    if (failures.failed(head.remote(), now)) {
      LOG.warn(
          "Too many wrong keys came from {}: it is blocked, but for right ones. Behind a proxy all"
              + " clients share one address.",
          head.remote().getHostAddress());
    }
    if (wait.isPresent()) {
      return new Denied(
          Refusal.tooMany(
              "Too many wrong keys came from this address: wait, and check the key.", wait.get()));
    }
    return new Denied(
        Refusal.unauthorized(
            "invalid_api_key",
            "Incorrect API key provided: check that it is whole, and one of this server's."));
  }

  private static Outcome expired() {
    return new Denied(
        Refusal.unauthorized(
            "invalid_api_key", "This client secret has expired or was revoked: mint a new one."));
  }

  private static Outcome missing() {
    return new Denied(
        Refusal.unauthorized(
            "missing_api_key",
            "You didn't provide an API key: send it as 'Authorization: Bearer KEY', or from a"
                + " browser as the sub-protocol 'openai-insecure-api-key.KEY'."));
  }
}
