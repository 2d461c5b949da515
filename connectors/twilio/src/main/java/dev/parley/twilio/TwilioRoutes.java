package dev.parley.twilio;

import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.Webhook;
import dev.parley.twilio.voice.WebhookAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpMethods;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;

/** Twilio's webhooks as routes. */
final class TwilioRoutes extends AllDirectives {

  private static final long MOST_BYTES = 64 << 10;

  private final Function<Webhook, WebhookAnswer> desk;

  TwilioRoutes(Function<Webhook, WebhookAnswer> desk) {
    this.desk = desk;
  }

  Route all() {
    return extractRequest(
        request ->
            VoiceDesk.isMine(request.getUri().path())
                ? extractMaterializer(streams -> completeWithFuture(answer(request, streams)))
                : reject());
  }

  private CompletionStage<HttpResponse> answer(HttpRequest request, Materializer streams) {
    if (!request.method().equals(HttpMethods.POST)) {
      request.discardEntityBytes(streams);
      return CompletableFuture.completedStage(
          text(405, "This address takes POST only: set the webhook's method to POST.\n"));
    }
    return request
        .entity()
        .withoutSizeLimit() // whose failure would be ours to tell all the same
        .getDataBytes()
        .limitWeighted(MOST_BYTES, bytes -> (long) bytes.size())
        .runFold(ByteString.emptyByteString(), ByteString::concat, streams)
        .thenApplyAsync(Optional::of, Runnable::run)
        .exceptionallyAsync(fault -> Optional.empty(), Runnable::run) // it ends, or is too long
        .thenApplyAsync(
            body ->
                body.map(bytes -> told(desk.apply(webhook(request, bytes))))
                    .orElseGet(
                        () -> text(400, "The body cannot be read, or is longer than 64 kB.\n")),
            Runnable::run);
  }

  private static Webhook webhook(HttpRequest request, ByteString body) {
    return new Webhook(
        request.getUri().path(),
        request.getUri().rawQueryString(),
        request.getHeader(Signatures.HEADER).map(HttpHeader::value),
        body.utf8String());
  }

  private static HttpResponse told(WebhookAnswer answer) {
    return answer.isTwiml()
        ? HttpResponse.create().withEntity(ContentTypes.TEXT_XML_UTF8, answer.body())
        : text(answer.status(), answer.body());
  }

  private static HttpResponse text(int status, String body) {
    return HttpResponse.create().withStatus(status).withEntity(ContentTypes.TEXT_PLAIN_UTF8, body);
  }
}
