package dev.parley.server.http;

import dev.parley.server.auth.Authenticator;
import dev.parley.server.auth.BoundSession;
import dev.parley.server.auth.ClientSecrets;
import dev.parley.server.auth.Minting;
import dev.parley.server.auth.Outcome;
import dev.parley.server.auth.Principal;
import dev.parley.server.auth.Purpose;
import dev.parley.server.auth.RequestHead;
import dev.parley.server.auth.SessionKind;
import dev.parley.server.limit.Refusal;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.json.Json;
import dev.parley.wire.session.Effort;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * {@code POST /v1/realtime/client_secrets}: a short-lived key for a browser, bound to a session.
 */
public final class SecretRoutes extends AllDirectives {

  /** The session's text may be long; {@link ClientSecrets} has a tighter limit of its own. */
  private static final long MOST_BYTES = 2 << 20;

  private final Authenticator authenticator;
  private final ClientSecrets secrets;
  private final Supplier<String> sessionIds;
  private final Function<? super String, Effort> efforts;
  private final Duration length;
  private final Errors errors;

  /**
   * @param sessionIds makes ids of sessions
   * @param efforts how hard a model thinks in sessions that do not say it, by its name
   * @param length how long a session may last
   */
  public SecretRoutes(
      Authenticator authenticator,
      ClientSecrets secrets,
      Supplier<String> sessionIds,
      Function<? super String, Effort> efforts,
      Duration length,
      Errors errors) {
    this.authenticator = authenticator;
    this.secrets = secrets;
    this.sessionIds = sessionIds;
    this.efforts = efforts;
    this.length = length;
    this.errors = errors;
  }

  Route mint() {
    return admitted(
        principal ->
            extractMaterializer(
                streams ->
                    extractRequest(
                        request ->
                            completeWithFuture(
                                Body.read(request.entity(), MOST_BYTES, streams)
                                    .thenApplyAsync(
                                        body ->
                                            body.map(text -> mint(request, principal, text))
                                                .orElseGet(() -> tooLong(request)),
                                        Runnable::run)))));
  }

  private HttpResponse tooLong(HttpRequest request) {
    return errors.to(
        request,
        413,
        "request_too_large",
        "The body is longer than " + MOST_BYTES + " bytes: shorten it.");
  }

  private HttpResponse mint(HttpRequest asked, Principal principal, String body) {
    return switch (SecretRequest.read(body, sessionIds.get(), efforts)) {
      case Checked.Bad<SecretRequest>(WireError error) ->
          errors.to(
              asked,
              new Refusal(
                  400,
                  error.type(),
                  error.code().orElse("invalid_value"),
                  error.param(),
                  error.message(),
                  Optional.empty()));
      case Checked.Good<SecretRequest>(SecretRequest request) -> {
        BoundSession bound =
            new BoundSession(
                SessionKind.valueOf(request.session().kind().name()),
                request.session().model(),
                request.json(),
                request.maxLength());
        yield switch (secrets.mint(principal, bound, request.seconds())) {
          case Minting.Refused(Refusal refusal) -> errors.to(asked, refusal);
          case Minting.Minted minted -> answer(minted, request.session());
        };
      }
    };
  }

  private HttpResponse answer(Minting.Minted minted, SessionConfig session) {
    Instant expires = minted.grant().expiresAt();
    byte[] json =
        Json.write(
            out -> {
              out.text("value", minted.value().text());
              out.number("expires_at", expires.getEpochSecond());
              out.object(
                  "session",
                  fields ->
                      SessionWriter.write(fields, session.as(session.id(), expires.plus(length))));
            });
    return HttpResponse.create().withEntity(ContentTypes.APPLICATION_JSON, json);
  }

  /** For whoever has an API key. */
  Route admitted(Function<Principal, Route> inner) {
    return extractRequest(
        request ->
            switch (authenticator.admit(head(request), Purpose.MANAGE)) {
              case Outcome.Denied(Refusal refusal) -> complete(errors.to(request, refusal));
              case Outcome.Admitted admitted -> inner.apply(admitted.principal());
            });
  }

  /** For requests that name this server, and come from no foreign page. */
  Route atHome(Supplier<Route> inner) {
    return extractRequest(
        request ->
            authenticator
                .foreign(head(request))
                .map(refusal -> complete(errors.to(request, refusal)))
                .orElseGet(inner));
  }

  private static RequestHead head(HttpRequest request) {
    return new RequestHead(
        request.getUri().toRelative().toString(),
        name -> {
          java.util.List<String> values = new java.util.ArrayList<>();
          for (HttpHeader header : request.getHeaders()) {
            if (header.is(name.toLowerCase(java.util.Locale.ROOT))) {
              values.add(header.value());
            }
          }
          return values;
        },
        Errors.remote(request));
  }
}
