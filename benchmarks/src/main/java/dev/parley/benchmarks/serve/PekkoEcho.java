package dev.parley.benchmarks.serve;

import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.stream.javadsl.Flow;

/** A WebSocket echo as Pekko HTTP makes it, with its own defaults. */
final class PekkoEcho {

  private static final int ANY_PORT = 0;

  private PekkoEcho() {}

  static CompletionStage<ServerBinding> start(ActorSystem<?> system) {
    return Http.get(system).newServerAt("127.0.0.1", ANY_PORT).bindSync(PekkoEcho::answer);
  }

  private static HttpResponse answer(HttpRequest request) {
    Flow<Message, Message, NotUsed> echo = Flow.create();
    return request
        .getAttribute(AttributeKeys.webSocketUpgrade)
        .map(upgrade -> upgrade.handleMessagesWith(echo))
        .orElseGet(() -> HttpResponse.create().withStatus(StatusCodes.UPGRADE_REQUIRED));
  }
}
