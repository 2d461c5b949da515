package dev.parley.twilio.sim;

import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.UpgradeRequest;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.TwilioHouse;
import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.voice.Webhook;
import dev.parley.twilio.voice.WebhookAnswer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A house in the same program, without a network: for virtual time, in which a call of minutes
 * takes milliseconds.
 */
public final class HouseLine implements SimLine {

  private static final String DISPATCHER = "pekko.actor.default-dispatcher";

  private final TwilioHouse house;

  public HouseLine(TwilioHouse house) {
    this.house = house;
  }

  @Override
  public CompletionStage<WebhookAnswer> post(String target, String signature, String form) {
    int mark = target.indexOf('?');
    Webhook webhook =
        new Webhook(
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1)),
            Optional.of(signature),
            form);
    return CompletableFuture.completedStage(house.answer(webhook));
  }

  @Override
  public CompletionStage<Done> connect(
      String target, String signature, Flow<WsFrame, WsFrame, NotUsed> farEnd) {
    UpgradeRequest request =
        new UpgradeRequest(
            target,
            Map.of(),
            Map.of(Signatures.HEADER.toLowerCase(Locale.ROOT), List.of(signature)),
            InetSocketAddress.createUnresolved("twilio.invalid", 443),
            /* tls= */ true,
            List.of(),
            DISPATCHER,
            farEnd);
    return house
        .ask(request)
        .thenComposeAsync(
            answer ->
                switch (answer) {
                  case UpgradeAnswer.Accept yes ->
                      CompletableFuture.completedStage(Done.getInstance());
                  case UpgradeAnswer.Refuse no ->
                      CompletableFuture.failedStage(new SimRefused(no.status(), no.json()));
                  case UpgradeAnswer.NotMine other ->
                      CompletableFuture.failedStage(new SimRefused(404, "no media stream here"));
                },
            Runnable::run);
  }
}
