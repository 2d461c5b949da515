package dev.parley.scripted;

import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.model.Voice;
import dev.parley.engine.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stage in an ordinary actor system, where voices speak on threads of their own. */
class SpeakingStageTest {

  private static final AudioFormat CALLER = AudioFormat.pcm16(24_000);

  private static ActorSystem<Void> system;

  @BeforeAll
  static void start() {
    system = ActorSystem.create(Behaviors.empty(), "speaking");
  }

  @AfterAll
  static void stop() {
    system.terminate();
  }

  /** Hands over two pieces; the second only when it is allowed to. */
  private static final class SlowVoice implements Voice {

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong made = new AtomicLong();

    @Override
    public String name() {
      return "slow";
    }

    @Override
    public int rate() {
      return 24_000;
    }

    @Override
    public void speak(String text, Predicate<Samples> out) {
      made.addAndGet(24_000);
      boolean wanted = out.test(Samples.silence(24_000));
      try {
        goOn.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!wanted || !out.test(Samples.silence(24_000))) { // refused at whichever piece
        stopped.countDown();
      }
      made.addAndGet(24_000);
    }
  }

  private static <T> T soon(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void firstAudio_leavesBeforeTheVoiceHasFinishedItsPhrase_andCancelStopsTheVoice()
      throws Exception {
    SlowVoice voice = new SlowVoice();
    var model = new ScriptedModel(ScriptedSettings.defaults().withThink(Duration.ZERO), voice);
    var running =
        Source.<Inbound>maybe()
            .viaMat(model.open(SessionSpec.of("call", CALLER)), Keep.both())
            .toMat(Sink.<Outbound>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
            .run(system);
    var control = running.first().second();
    SinkQueueWithCancel<Outbound> frames = running.second();

    assertThat(soon(control.send(reply(main(1))))).isEqualTo(Ack.DONE);
    assertThat(soon(frames.pull())).contains(new ReplySignal.Started(main(1)));
    assertThat(soon(frames.pull()).orElseThrow()).isInstanceOf(ReplySignal.PartStarted.class);
    assertThat(soon(frames.pull()).orElseThrow()).isInstanceOf(Spoken.class);

    assertThat(soon(control.send(new Command.Cancel(main(1))))).isEqualTo(Ack.DONE);
    voice.goOn.countDown();
    assertThat(voice.stopped.await(10, TimeUnit.SECONDS)).isTrue();

    running.first().first().complete(Optional.empty());
    List<Outbound> rest = new ArrayList<>();
    for (var next = soon(frames.pull()); next.isPresent(); next = soon(frames.pull())) {
      rest.add(next.get());
    }
    assertThat(rest).hasSizeLessThanOrEqualTo(1); // what the probe had asked for before the cancel
    assertThat(soon(control.send(reply(main(2))))).isEqualTo(Ack.GONE);
  }

  @Test
  void noDemand_voiceIsOnlyAFewSecondsAhead() throws Exception {
    SlowVoice voice = new SlowVoice();
    voice.goOn.countDown();
    var settings = ScriptedSettings.defaults().withThink(Duration.ZERO);
    var model = new ScriptedModel(settings.withReply(Duration.ofMinutes(10)), voice);
    var running =
        Source.<Inbound>maybe()
            .viaMat(model.open(SessionSpec.of("call", CALLER)), Keep.both())
            .toMat(Sink.<Outbound>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
            .run(system);
    var control = running.first().second();

    soon(control.send(reply(main(1))));
    SinkQueueWithCancel<Outbound> frames = running.second();
    long heard = 0;
    for (int i = 0; i < 100; i++) {
      if (soon(frames.pull()).orElseThrow() instanceof Spoken audio) {
        heard += audio.samples().count();
      }
    }
    assertThat(heard).isGreaterThan(5 * 24_000);
    // 2 s ahead, one phrase of 2 s, and the frame that the sink asked for
    assertThat(voice.made.get() - heard).isLessThanOrEqualTo((2 + 2) * 24_000 + 2_400);
    frames.cancel();
  }

  @Test
  void arguments_areFoundWhileItThinks() throws Exception {
    ToolSpec tool =
        new ToolSpec(
            "book",
            "",
            "{\"type\":\"object\",\"required\":[\"day\"],"
                + "\"properties\":{\"day\":{\"enum\":[\"fri\"]}}}");
    var settings = ScriptedSettings.defaults().withThink(Duration.ofMillis(1));
    var model = new ScriptedModel(settings, new ToneVoice());
    var spec = SessionSpec.of("call", CALLER).with(Brief.defaults().withTools(List.of(tool)));
    var running =
        Source.<Inbound>maybe()
            .viaMat(model.open(spec), Keep.right())
            .toMat(Sink.<Outbound>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
            .run(system);

    soon(running.first().send(reply(main(1))));
    List<Outbound> frames = new ArrayList<>();
    while (!frames.contains(new ReplySignal.Ended(main(1), ReplySignal.Outcome.COMPLETED))) {
      frames.add(soon(running.second().pull()).orElseThrow());
    }
    running.second().cancel();
    assertThat(frames)
        .contains(new ReplySignal.ToolCall(main(1), 0, "call_1", "book", "{\"day\":\"fri\"}"));
  }
}
