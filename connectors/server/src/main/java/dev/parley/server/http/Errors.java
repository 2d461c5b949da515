package dev.parley.server.http;

import dev.parley.server.limit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Errors of requests, in OpenAI's shape. */
final class Errors {

  private Errors() {}

  static HttpResponse of(int status, String code, String message) {
    return of(
        new Refusal(
            status, "invalid_request_error", code, Optional.empty(), message, Optional.empty()));
  }

  static HttpResponse of(Refusal refusal) {
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
}
