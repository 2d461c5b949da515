package dev.parley.twilio.sim;

import dev.parley.sockets.SocketClient;
import dev.parley.sockets.UpgradeRefused;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.voice.WebhookAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.util.ByteString;

/** A server over the network, in real time. */
public final class NetLine implements SimLine {

  private static final long MOST_BYTES = 256 << 10;

  private final ActorSystem<?> system;
  private final SocketClient client;
  private final URI server;

  /**
   * @param server {@code ws://host:port}, {@code wss:}, {@code http:} or {@code https:}; a path in
   *     it does not matter
   */
  public NetLine(ActorSystem<?> system, SocketClient client, URI server) {
    this.system = system;
    this.client = client;
    this.server = server;
    if (server.getHost() == null
        || server.getScheme() == null
        || !server.getScheme().matches("(?i)wss?|https?")) {
      throw new IllegalArgumentException(
          "the server's address must be ws://host:port or wss://host:port");
    }
  }

  @Override
  public CompletionStage<WebhookAnswer> post(String target, String signature, String form) {
    HttpRequest request =
        HttpRequest.POST(address(isTls() ? "https" : "http", target))
            .addHeader(RawHeader.create(Signatures.HEADER, signature))
            .withEntity(
                ContentTypes.parse("application/x-www-form-urlencoded"),
                ByteString.fromString(form));
    return Http.get(system).singleRequest(request).thenCompose(this::read);
  }

  private CompletionStage<WebhookAnswer> read(HttpResponse response) {
    return response
        .entity()
        .getDataBytes()
        .limitWeighted(MOST_BYTES, bytes -> (long) bytes.size())
        .runFold(ByteString.emptyByteString(), ByteString::concat, system)
        .thenApply(body -> new WebhookAnswer(response.status().intValue(), body.utf8String()));
  }

  @Override
  public CompletionStage<Done> connect(
      String target, String signature, Flow<WsFrame, WsFrame, NotUsed> farEnd) {
    URI uri = URI.create(address(isTls() ? "wss" : "ws", target));
    return client
        .connect(uri, Map.of(Signatures.HEADER, signature), List.of())
        .thenApply(
            opened -> {
              farEnd
                  .join(opened.socket())
                  .withAttributes(ActorAttributes.dispatcher(opened.dispatcher()))
                  .run(system);
              return Done.getInstance();
            })
        .exceptionally(
            fault -> {
              Throwable cause = fault.getCause() == null ? fault : fault.getCause();
              throw cause instanceof UpgradeRefused refused
                  ? new SimRefused(refused.status(), refused.body())
                  : new CompletionException(cause);
            });
  }

  /** Closes the connections on which webhooks were asked: to be done before the system ends. */
  public CompletionStage<Done> close() {
    return Http.get(system).shutdownAllConnectionPools().thenApply(closed -> Done.getInstance());
  }

  private boolean isTls() {
    return server.getScheme().matches("(?i)wss|https");
  }

  private String address(String scheme, String target) {
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return scheme + "://" + server.getHost() + port + target;
  }
}
