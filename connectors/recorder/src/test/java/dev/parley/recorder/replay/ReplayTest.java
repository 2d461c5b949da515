package dev.parley.recorder.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.turn.SayWhen;
import dev.parley.recorder.Caller;
import dev.parley.recorder.LiveCall;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit does
  private Path folder;

  private static final int RATE = 24_000;

  /** A voice for detectors to find: loud, and longer or shorter. */
  private static Samples voice(double seconds) {
    return Frames.tone(220, RATE, (int) (RATE * seconds));
  }

  /** Asks, interrupts the answer, asks again and hears that one out. */
  private static CallerScript talk(PlayoutSettings playout) {
    return CallerScript.at(RATE)
        .says(Duration.ofMillis(500), voice(1))
        .says(Duration.ofMillis(2900), voice(0.7))
        .says(Duration.ofMillis(9000), voice(1.2))
        .hangsUpAt(Duration.ofSeconds(14))
        .playedBy(playout);
  }

  private static LiveCall busy(Caller caller) {
    return LiveCall.through(caller)
        .with(
            ScriptedSettings.defaults()
                .withReply(Duration.ofSeconds(2))
                .withTool("clock", "{\"zone\":\"here\"}"))
        .withTool()
        .at(
            Duration.ofMillis(6500),
            call ->
                call.session()
                    .tell(
                        new SessionCommand.Remember(
                            new Item.Message(
                                "typed-1",
                                Item.Role.CALLER,
                                List.of(new Part.Text("what time is it?"))))))
        .at(Duration.ofMillis(6600), call -> call.reply(ReplySpec.asConfigured().withTag("typed")))
        .at(
            Duration.ofMillis(7000),
            call ->
                call.session()
                    .tell(new SessionCommand.Reply(ReplySpec.asConfigured(), Epoch.Lane.SIDE)))
        .at(Duration.ofMillis(8200), call -> call.say("One moment, please.", SayWhen.CUT))
        .at(Duration.ofMillis(12_900), call -> call.cancel());
  }

  private Path recorded(LiveCall call) {
    return call.record(folder.resolve("recordings")).orElseThrow();
  }

  private void assertReplays(Path file) throws IOException {
    Path once = folder.resolve("once.zip");
    Path twice = folder.resolve("twice.zip");
    Comparison first = Replay.of(file, LiveCall::detectors).run(once);
    assertThat(first.differences()).extracting(Comparison.Difference::sentence).isEmpty();
    Comparison second = Replay.of(once, LiveCall::detectors).run(twice);
    assertThat(second.differences()).extracting(Comparison.Difference::sentence).isEmpty();
    assertThat(Files.readAllBytes(twice)).isEqualTo(Files.readAllBytes(once));
  }

  @Test
  void replay_ofAVirtualCall_isTheSame() throws IOException {
    CallerScript script = talk(PlayoutSettings.of(Pace.clock(), Ear.COUNTED));
    assertReplays(recorded(busy(Caller.pressing(script, Duration.ofSeconds(8)))));
  }

  @Test
  void replay_ofATelephoneCall_isTheSame() throws IOException {
    CallerScript script = talk(PlayoutSettings.of(Pace.clock(Duration.ofMillis(300)), Ear.ACKED));
    assertReplays(recorded(busy(Caller.pressing(script, Duration.ofSeconds(8)))));
  }

  @Test
  void replay_ofAClientThatTells_isTheSame() throws IOException {
    CallerScript script = talk(PlayoutSettings.of(Pace.eager(), Ear.TOLD));
    assertReplays(recorded(busy(Caller.pressing(script, Duration.ofSeconds(8)))));
  }

  @Test
  void replay_ofACallWithJitter_isTheSame() throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      for (PlayoutSettings playout :
          List.of(
              PlayoutSettings.of(Pace.clock(), Ear.COUNTED),
              PlayoutSettings.of(Pace.clock(Duration.ofMillis(300)), Ear.ACKED),
              PlayoutSettings.of(Pace.eager(), Ear.TOLD))) {
        Caller caller =
            Caller.jittered(talk(playout), Duration.ofSeconds(8), new SplittableRandom(seed));
        assertReplays(
            busy(caller).record(folder.resolve(seed + playout.ear().name())).orElseThrow());
      }
    }
  }

  @Test
  void tally_countsWhatWasRecorded() {
    CallerScript script = talk(PlayoutSettings.of(Pace.clock(), Ear.COUNTED));
    Path file = recorded(busy(Caller.of(script)));

    Tally tally = Replay.of(file, LiveCall::detectors).tally();

    assertThat(tally.lasted()).isBetween(Duration.ofSeconds(13), Duration.ofSeconds(20));
    assertThat(tally.turns()).isEqualTo(3);
    assertThat(tally.cuts()).isPositive();
    assertThat(tally.tools()).isPositive();
    assertThat(tally.replies()).isGreaterThanOrEqualTo(tally.turns());
  }

  @Test
  void changedThreshold_namesTheFirstDifference() throws IOException {
    CallerScript script = talk(PlayoutSettings.of(Pace.clock(), Ear.COUNTED));
    Path file = recorded(busy(Caller.of(script)));

    Comparison deaf =
        Replay.of(file, LiveCall::detectors)
            .with(
                about ->
                    about.withRooms(
                        about
                            .rooms()
                            .withVad(VadSettings.defaults().withMinSpeech(Duration.ofMillis(800)))))
            .run(folder.resolve("deaf.zip"));

    assertThat(deaf.first().orElseThrow().sentence())
        .startsWith("At ")
        .contains("the recording has ", "the replay has ");
    assertThat(deaf.counts()).containsKeys(Kind.SPEECH, Kind.TURN);
    assertThat(deaf.counts().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(deaf.differences().size());
  }
}
