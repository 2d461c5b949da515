package dev.parley.server.http;

import dev.parley.server.limit.Refusal;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Errors of requests, in OpenAI's shape; each is noted. Safe for any thread. */
public final class Errors {

  private final BiConsumer<Refusal, InetAddress> noted;

  /**
   * @param noted hears of each refusal, and whose request it was; for any thread
   */
  public Errors(BiConsumer<Refusal, InetAddress> noted) {
    this.noted = noted;
  }

  HttpResponse to(HttpRequest request, int status, String code, String message) {
    return to(
        request,
        new Refusal(
            status, "invalid_request_error", code, Optional.empty(), message, Optional.empty()));
  }

  HttpResponse to(HttpRequest request, Refusal refusal) {
    noted.accept(refusal, remote(request));
    List<HttpHeader> headers = new ArrayList<>();
    refusal
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equals("Content-Type")) { // which the entity says
                headers.add(RawHeader.create(name, value));
              }
            });
    return HttpResponse.create()
        .withStatus(StatusCodes.get(refusal.status()))
        .addHeaders(headers)
        .withEntity(ContentTypes.APPLICATION_JSON, refusal.json());
  }

  /** Whose request it is. */
  static InetAddress remote(HttpRequest request) {
    return request
        .getAttribute(AttributeKeys.remoteAddress)
        .flatMap(address -> address.getAddress())
        .orElseThrow(
            () ->
                new IllegalStateException("pekko.http.server.remote-address-attribute must be on"));
  }
}
