package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Command;
import dev.parley.speech.asr.child.ChildRecogniser;
import dev.parley.speech.asr.child.ChildSettings;
import dev.parley.speech.asr.child.FakeMaker;
import dev.parley.testkit.Frames;
import dev.parley.testkit.contract.BackendRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recogniser whose process dies in the middle of an utterance. */
class ChildFaultTest {

  private static final int RATE = 24_000;
  private static final ChildSettings SETTINGS = ChildSettings.defaults().withHeapMegabytes(32);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Test
  void processThatDies_isTold_theCallGoesOn_andTheNextTurnIsUnderstood(@TempDir Path folder) {
    String fake = "once:" + folder.resolve("mark");
    try (ChildRecogniser child = new ChildRecogniser(FakeMaker.class, fake, SETTINGS, now::get);
        BackendRun run =
            new BackendRun(CascadeTest.cascade(new Recognition(child, Optional.empty())))) {
      run.send(new Command.Configure(Brief.defaults()));

      String first = turn(run, 1);
      assertThat(run.frames())
          .filteredOn(Signal.Failure.class::isInstance)
          .containsExactly(new Signal.Failure("cascade", "its recogniser broke down"));
      assertThat(first).startsWith("Sorry, I did not understand");

      now.set(Instant.EPOCH.plus(SETTINGS.firstPause()));
      assertThat(turn(run, 2)).isNotEmpty().doesNotContain("Sorry");
      assertThat(run.frames()).filteredOn(Signal.Failure.class::isInstance).hasSize(1);
    }
  }

  /** A turn of half a second; gives what is answered. */
  private static String turn(BackendRun run, int number) {
    Epoch epoch = Frames.main(number);
    run.hear(Frames.tone(300, RATE, RATE / 2));
    run.send(new Command.Commit(new Position((long) number * RATE / 2, RATE)));
    run.send(new Command.Reply(ReplySpec.asConfigured(), epoch));
    run.listen(100_000);
    return run.of(epoch).stream()
        .filter(ReplySignal.TextDelta.class::isInstance)
        .map(frame -> ((ReplySignal.TextDelta) frame).text())
        .collect(Collectors.joining());
  }
}
