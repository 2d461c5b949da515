package dev.parley.app.farend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sockets.WsFrame;
import dev.parley.twilio.sim.SimLine;
import dev.parley.twilio.voice.WebhookAnswer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HangUpLineTest {

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "hang-up");
  private final CompletableFuture<List<WsFrame>> said = new CompletableFuture<>();

  /** Takes down what the far end says. */
  private final class Desk implements SimLine {
    @Override
    public CompletionStage<WebhookAnswer> post(String target, String signature, String form) {
      return CompletableFuture.completedStage(new WebhookAnswer(404, "asked"));
    }

    @Override
    public CompletionStage<Done> connect(
        String target, String signature, Flow<WsFrame, WsFrame, NotUsed> farEnd) {
      Source.<WsFrame>maybe()
          .via(farEnd)
          .toMat(Sink.seq(), Keep.right())
          .run(system)
          .thenAccept(said::complete);
      return CompletableFuture.completedStage(Done.getInstance());
    }
  }

  @AfterEach
  void end() {
    system.terminate();
  }

  private static Flow<WsFrame, WsFrame, NotUsed> talks(Source<WsFrame, ?> frames) {
    return Flow.fromSinkAndSource(Sink.ignore(), frames);
  }

  @Test
  void whoHangsUp_saysSo_andAsksNoMore() throws Exception {
    HangUpLine line = new HangUpLine(new Desk());
    WsFrame hello = new WsFrame.Text("hello".getBytes(UTF_8));
    Source<WsFrame, ?> endless = Source.single(hello).concat(Source.maybe());
    line.connect("/", "", talks(endless));

    line.hangUp();

    List<WsFrame> all = said.get(30, TimeUnit.SECONDS);
    assertThat(all.getLast()).isEqualTo(new WsFrame.Close(1000, ""));
    assertThat(line.isHungUp()).isTrue();
    assertThat(line.post("/", "", "").toCompletableFuture().get().body()).contains("<Hangup/>");
  }

  @Test
  void whoDoesNot_isLeftAlone() throws Exception {
    HangUpLine line = new HangUpLine(new Desk());
    WsFrame hello = new WsFrame.Text("hello".getBytes(UTF_8));

    line.connect("/", "", talks(Source.single(hello)));

    assertThat(said.get(30, TimeUnit.SECONDS)).containsExactly(hello);
    assertThat(line.post("/", "", "").toCompletableFuture().get().status()).isEqualTo(404);
  }
}
