package dev.parley.recorder.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.recorder.Caller;
import dev.parley.recorder.LiveCall;
import dev.parley.recorder.Recordings;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.testkit.Frames;
import dev.parley.testkit.door.CallerScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls held by real threads, whose times are never the same twice. Asked for by name, with {@code
 * -Dparley.realtime=true}: a machine that is busy with something else decides with.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "parley.realtime", matches = "true")
class RealTimeTest {

  private static final int RATE = 24_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit does
  private Path folder;

  private static LiveCall call(PlayoutSettings playout) {
    CallerScript script =
        CallerScript.at(RATE)
            .says(Duration.ofMillis(300), Frames.tone(220, RATE, RATE / 2))
            .says(Duration.ofMillis(2000), Frames.tone(220, RATE, RATE / 2))
            .says(Duration.ofMillis(4200), Frames.tone(220, RATE, RATE / 3))
            .hangsUpAt(Duration.ofMillis(7500))
            .playedBy(playout);
    return LiveCall.through(Caller.pressing(script, Duration.ofMillis(1200)))
        .with(
            ScriptedSettings.defaults().withReply(Duration.ofMillis(1500)).withTool("clock", "{}"))
        .withTool();
  }

  @Test
  void replay_ofRealCalls_isTheSame() throws Exception {
    call(PlayoutSettings.of(Pace.clock(), Ear.COUNTED)).record(folder.resolve("warming-up"));
    List<CompletableFuture<Optional<Path>>> calls = new ArrayList<>();
    List<ActorSystem<Void>> systems = new ArrayList<>();
    try {
      for (int i = 0; i < 6; i++) {
        PlayoutSettings playout =
            switch (i % 3) {
              case 0 -> PlayoutSettings.of(Pace.clock(), Ear.COUNTED);
              case 1 -> PlayoutSettings.of(Pace.clock(Duration.ofMillis(300)), Ear.ACKED);
              default -> PlayoutSettings.of(Pace.eager(), Ear.TOLD);
            };
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "real" + i);
        systems.add(system);
        calls.add(
            call(playout)
                .start(system, LiveCall.settings(folder.resolve("real" + i)), Recordings.World::of)
                .toCompletableFuture());
      }
      for (CompletableFuture<Optional<Path>> kept : calls) {
        Path file = kept.get(1, TimeUnit.MINUTES).orElseThrow();
        Path once = folder.resolve("once.zip");
        Path twice = folder.resolve("twice.zip");
        assertThat(Replay.of(file, LiveCall::detectors).run(once).differences())
            .extracting(Comparison.Difference::sentence)
            .as("but for slices that a busy machine hands over late")
            .filteredOn(sentence -> !sentence.contains("what was heard"))
            .isEmpty();
        Replay.of(once, LiveCall::detectors).run(twice);
        assertThat(Files.mismatch(once, twice)).isEqualTo(-1);
      }
    } finally {
      systems.forEach(ActorSystem::terminate);
    }
  }
}
