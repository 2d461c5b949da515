package dev.parley.server.http;

import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import dev.parley.server.MetricsPage;
import dev.parley.server.Models;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
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

  private final Models models;
  private final SecretRoutes secrets;
  private final MetricsPage metrics;
  private final BooleanSupplier ready;
  private final long since;

  /**
   * @param ready whether new sessions are taken
   */
  public Routes(
      Models models,
      SecretRoutes secrets,
      MetricsPage metrics,
      BooleanSupplier ready,
      InstantSource clock) {
    this.models = models;
    this.secrets = secrets;
    this.metrics = metrics;
    this.ready = ready;
    this.since = clock.instant().getEpochSecond();
  }

  /** The whole tree. */
  public Route all() {
    return concat(
        path("healthz", () -> get(() -> complete("ok\n"))),
        path("readyz", () -> get(this::readiness)),
        path("metrics", () -> get(this::page)),
        pathPrefix("v1", () -> respondWithHeader(CLOSE, this::api)),
        notFound());
  }

  /** What clients ask for before they connect by WebSocket. */
  private Route api() {
    return concat(
        path("models", () -> get(() -> secrets.admitted(anyone -> list()))),
        path(segment("realtime").slash("client_secrets"), () -> post(secrets::mint)),
        path(
            "realtime",
            () ->
                get(
                    () ->
                        answer(
                            Errors.of(
                                426,
                                "upgrade_required",
                                "This is a WebSocket: connect with ws:// or wss://.")))),
        notFound());
  }

  private Route notFound() {
    return extractRequest(
        request ->
            answer(
                Errors.of(
                    404,
                    "not_found",
                    "There is nothing at this address: see the list of endpoints in the"
                        + " documentation.")));
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
          MetricsPage.Page page = metrics.write(accept.orElse(""));
          return complete(
              HttpResponse.create()
                  .withEntity(
                      HttpEntities.create(ContentTypes.parse(page.contentType()), page.body())));
        });
  }

  private Route list() {
    return complete(
        HttpResponse.create()
            .withEntity(ContentTypes.APPLICATION_JSON, ModelList.json(models.names(), since)));
  }

  private Route answer(HttpResponse response) {
    return complete(response);
  }
}
