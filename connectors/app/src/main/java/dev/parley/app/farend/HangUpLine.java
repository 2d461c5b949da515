package dev.parley.app.farend;

import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.sim.SimLine;
import dev.parley.twilio.voice.WebhookAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Source;

/** A line on which the caller can hang up before their script says so. For any thread. */
final class HangUpLine implements SimLine {

  private static final WsFrame FAREWELL = new WsFrame.Close(CloseCode.NORMAL, "");

  private static final WebhookAnswer OVER =
      new WebhookAnswer(200, "<Response><Hangup/></Response>");

  private final SimLine line;
  private final SharedKillSwitch end = KillSwitches.shared("hang-up");
  private final AtomicBoolean hungUp = new AtomicBoolean();

  HangUpLine(SimLine line) {
    this.line = line;
  }

  /** Ends the stream that runs, or the next one at its beginning. */
  void hangUp() {
    hungUp.set(true);
    end.shutdown();
  }

  boolean isHungUp() {
    return hungUp.get();
  }

  /** Who has hung up is not interested in what follows. */
  @Override
  public CompletionStage<WebhookAnswer> post(String target, String signature, String form) {
    return isHungUp() ? CompletableFuture.completedStage(OVER) : line.post(target, signature, form);
  }

  @Override
  public CompletionStage<Done> connect(
      String target, String signature, Flow<WsFrame, WsFrame, NotUsed> farEnd) {
    return line.connect(
        target, signature, farEnd.via(end.flow()).concat(Source.lazySource(this::farewell)));
  }

  /** Who hangs up says so, or the server would take it for a connection that broke. */
  private Source<WsFrame, NotUsed> farewell() {
    return isHungUp() ? Source.single(FAREWELL) : Source.empty();
  }
}
