package dev.parley.twilio.sim;

import dev.parley.sockets.WsFrame;
import dev.parley.twilio.voice.WebhookAnswer;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/** How the far end reaches a server. */
public interface SimLine {

  /**
   * Asks a webhook.
   *
   * @param target path and query
   * @param signature the header
   * @param form the body
   */
  CompletionStage<WebhookAnswer> post(String target, String signature, String form);

  /**
   * Opens a WebSocket and joins it.
   *
   * @param target the path
   * @param signature the header
   * @param farEnd takes what the server says, gives what it is told; to be run once
   * @return fails with {@link SimRefused} if the server does not want it
   */
  CompletionStage<Done> connect(
      String target, String signature, Flow<WsFrame, WsFrame, NotUsed> farEnd);
}
