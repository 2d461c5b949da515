package dev.parley.recorder.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.turn.SayWhen;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.recorder.Caller;
import dev.parley.recorder.JitteredModel;
import dev.parley.recorder.LiveCall;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of all kinds over bad networks: each replays as it was, and its replay to the byte. */
class RandomCallsTest {

  private static final int RATE = 24_000;

  private static final List<PlayoutSettings> PLAYOUTS =
      List.of(
          PlayoutSettings.of(Pace.clock(), Ear.COUNTED),
          PlayoutSettings.of(Pace.clock(Duration.ofMillis(300)), Ear.ACKED),
          PlayoutSettings.of(Pace.eager(), Ear.TOLD));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit does
  private Path folder;

  static LiveCall call(SplittableRandom random) {
    CallerScript script =
        CallerScript.at(RATE)
            .playedBy(PLAYOUTS.get(random.nextInt(PLAYOUTS.size())))
            .hangsUpAt(Duration.ofSeconds(15));
    long at = 300;
    while (at < 12_000) {
      long length = 150 + random.nextLong(1500);
      script =
          script.says(
              Duration.ofMillis(at),
              Frames.tone(200 + random.nextInt(200), RATE, (int) (length * RATE / 1000)));
      at += length + 200 + random.nextLong(2500);
    }
    ScriptedSettings scripted =
        ScriptedSettings.defaults()
            .withThink(Duration.ofMillis(random.nextLong(600)))
            .withReply(Duration.ofMillis(400 + random.nextLong(3000)));
    if (random.nextBoolean()) {
      scripted = scripted.withTool("clock", "{}").withCalls(1 + random.nextInt(2));
    }
    if (random.nextInt(4) == 0) {
      scripted = scripted.withFail(2);
    }
    LiveCall call =
        LiveCall.through(
                Caller.jittered(script, Duration.ofMillis(random.nextLong(12_000)), random.split()))
            .by(
                new JitteredModel(
                    new ScriptedModel(scripted, new ToneVoice(16_000)), random.split()));
    if (random.nextBoolean()) {
      call = call.withTool();
    }
    if (random.nextInt(3) == 0) {
      call = call.with(TurnPolicy.defaults().withDoubt(Duration.ofMillis(250)));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      call = withCommand(call, random);
    }
    return call;
  }

  private static LiveCall withCommand(LiveCall call, SplittableRandom random) {
    Duration at = Duration.ofNanos(random.nextLong(14_000_000_000L));
    SayWhen when = List.of(SayWhen.values()).get(random.nextInt(3));
    return switch (random.nextInt(5)) {
      case 0 -> call.at(at, handle -> handle.say("By the way.", when));
      case 1 -> call.at(at, handle -> handle.cancel());
      case 2 -> call.at(at, handle -> handle.reply(ReplySpec.asConfigured()));
      case 3 ->
          call.at(
              at,
              handle ->
                  handle
                      .session()
                      .tell(new SessionCommand.Reply(ReplySpec.asConfigured(), Epoch.Lane.SIDE)));
      default -> call.at(at, handle -> handle.hangUp());
    };
  }

  private void assertReplays(int seed) throws IOException {
    Path file =
        call(new SplittableRandom(seed)).record(folder.resolve("live" + seed)).orElseThrow();
    Path once = folder.resolve("once.zip");
    Path twice = folder.resolve("twice.zip");
    assertThat(Replay.of(file, LiveCall::detectors).run(once).differences())
        .as("differences of call %d", seed)
        .extracting(Comparison.Difference::sentence)
        .isEmpty();
    Replay.of(once, LiveCall::detectors).run(twice);
    assertThat(Files.mismatch(once, twice)).as("bytes of call %d", seed).isEqualTo(-1);
  }

  @Test
  void replay_isTheSame() throws IOException {
    for (int seed = 0; seed < 15; seed++) {
      assertReplays(seed);
    }
  }

  @Test
  @Tag("slow")
  void replayOfHundreds_isTheSame() throws IOException {
    for (int seed = 100; seed < 400; seed++) {
      assertReplays(seed);
    }
  }
}
