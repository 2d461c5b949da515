package dev.parley.server.http;

import static org.apache.pekko.http.javadsl.model.HttpMethods.GET;
import static org.apache.pekko.http.javadsl.model.HttpMethods.HEAD;
import static org.apache.pekko.http.javadsl.model.HttpMethods.POST;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethod;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.Allow;
import org.apache.pekko.http.javadsl.model.headers.Connection;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;

/** All requests that are no WebSocket. */
public final class Routes extends AllDirectives {

  /**
   * A connection that has carried a request cannot become a WebSocket any more, but clients that
   * keep connections would try.
   */
  private static final HttpHeader CLOSE = Connection.create("close");

  private final Supplier<List<String>> models;
  private final SecretRoutes secrets;
  private final Function<String, Page> metrics;
  private final BooleanSupplier ready;
  private final long since;
  private final Errors errors;

  /**
   * @param models the names that are listed
   * @param metrics the page for an {@code Accept} header
   * @param ready whether new sessions are taken
   */
  public Routes(
      Supplier<List<String>> models,
      SecretRoutes secrets,
      Function<String, Page> metrics,
      BooleanSupplier ready,
      InstantSource clock,
      Errors errors) {
    this.models = models;
    this.secrets = secrets;
    this.metrics = metrics;
    this.ready = ready;
    this.since = clock.instant().getEpochSecond();
    this.errors = errors;
  }

  /**
   * The whole tree.
   *
   * @param anywhere of others, for whoever asks
   * @param atHome of others, for requests that name this server and come from no foreign page
   */
  public Route all(List<Route> anywhere, List<Route> atHome) {
    return concat(
        among(anywhere),
        path("healthz", () -> only(GET, () -> complete("ok\n"))), // probes come by address
        path("readyz", () -> only(GET, this::readiness)),
        secrets.atHome(
            () ->
                concat(
                    path("metrics", () -> only(GET, this::page)),
                    pathPrefix("v1", () -> respondWithHeader(CLOSE, this::api)),
                    among(atHome),
                    notFound())));
  }

  private Route among(List<Route> routes) {
    return routes.stream().reduce(this::concat).orElseGet(this::reject);
  }

  /** What clients ask for before they connect by WebSocket. */
  private Route api() {
    return concat(
        path("models", () -> only(GET, () -> secrets.admitted(anyone -> list()))),
        path(segment("realtime").slash("client_secrets"), () -> only(POST, secrets::mint)),
        path(
            "realtime",
            () ->
                only(
                    GET,
                    () ->
                        refuse(
                            426,
                            "upgrade_required",
                            "This is a WebSocket: connect with ws:// or wss://."))),
        notFound());
  }

  /** Where something is, but for one method only; HEAD goes wherever GET does (RFC 9110, 9.3.2). */
  private Route only(HttpMethod method, Supplier<Route> inner) {
    return extractRequest(
        request -> {
          HttpMethod asked = request.method();
          if (asked.equals(method) || (method.equals(GET) && asked.equals(HEAD))) {
            return inner.get();
          }
          Allow allow = method.equals(GET) ? Allow.create(GET, HEAD) : Allow.create(method);
          return complete(
              errors
                  .to(
                      request,
                      405,
                      "method_not_allowed",
                      "This address takes only the methods of the Allow header.")
                  .addHeader(allow));
        });
  }

  private Route notFound() {
    return refuse(
        404,
        "not_found",
        "There is nothing at this address: see the list of endpoints in the documentation.");
  }

  private Route refuse(int status, String code, String message) {
    return extractRequest(request -> complete(errors.to(request, status, code, message)));
  }

  private Route readiness() {
    return ready.getAsBoolean()
        ? complete("ready\n")
        : complete(StatusCodes.SERVICE_UNAVAILABLE, "draining\n");
  }

  private Route page() {
    return optionalHeaderValueByName(
        "Accept",
        accept -> {
          Page page = metrics.apply(accept.orElse(""));
          return complete(
              HttpResponse.create()
                  .withEntity(
                      HttpEntities.create(ContentTypes.parse(page.contentType()), page.body())));
        });
  }

  private Route list() {
    return complete(
        HttpResponse.create()
            .withEntity(ContentTypes.APPLICATION_JSON, ModelList.json(models.get(), since)));
  }
}
