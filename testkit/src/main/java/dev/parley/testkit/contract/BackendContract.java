package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Capabilities.Say;
import dev.parley.engine.model.Capabilities.Turns;
import dev.parley.engine.model.Command;
import dev.parley.testkit.Frames;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on in every model, driven by what the model says it can do. Runs in
 * virtual worlds, so a model that needs a socket brings its far end along.
 */
public abstract class BackendContract {

  private static final int ALL = 100_000;

  private static final Epoch MAIN = Frames.main(1);

  /** The model under test, whose replies are at least a second long and come to an end. */
  protected abstract Backend backend();

  private Capabilities can() {
    return backend().capabilities();
  }

  private static Command reply(Epoch epoch) {
    return new Command.Reply(ReplySpec.asConfigured(), epoch);
  }

  private static void assertWhole(Epoch epoch, List<OfReply> reply) {
    assertThat(reply).as("frames of %s", epoch).isNotEmpty();
    assertThat(reply.getFirst()).isEqualTo(new ReplySignal.Started(epoch));
    assertThat(reply.getLast()).isInstanceOf(ReplySignal.Ended.class);
    assertThat(reply).filteredOn(ReplySignal.Started.class::isInstance).hasSize(1);
    assertThat(reply).filteredOn(ReplySignal.Ended.class::isInstance).hasSize(1);
    assertContinuous(reply);
  }

  private static void assertContinuous(List<OfReply> reply) {
    int part = -1;
    long next = 0;
    for (OfReply frame : reply) {
      if (frame instanceof ReplySignal.PartStarted started) {
        assertThat(started.part()).as("parts count from 0").isEqualTo(part + 1);
        part = started.part();
        next = 0;
      } else if (frame instanceof Spoken spoken) {
        assertThat(spoken.part()).isEqualTo(part);
        assertThat(spoken.position().sample()).as("no sample is missing").isEqualTo(next);
        next = spoken.end().sample();
      }
    }
  }

  @Test
  void negotiate_saysWhatItSpeaks() {
    AudioFormat spoken = backend().negotiate(AudioFormat.pcm16(24_000));
    assertThat(spoken).isEqualTo(AudioFormat.pcm16(spoken.rate()));
    assertThat(backend().capacity()).isPositive();
  }

  @Test
  void reply_isWhole() {
    try (BackendRun run = new BackendRun(backend())) {
      if (can().turns() == Turns.NONE) {
        assertThat(run.send(reply(MAIN))).isEqualTo(Ack.UNSUPPORTED);
        return;
      }
      assertThat(run.send(reply(MAIN))).isEqualTo(Ack.DONE);
      run.listen(ALL);
      assertWhole(MAIN, run.of(MAIN));
    }
  }

  @Test
  void sameEpochAgain_isNothing() {
    assumeTrue(can().turns() != Turns.NONE);
    try (BackendRun run = new BackendRun(backend())) {
      run.send(reply(MAIN));
      assertThat(run.send(reply(MAIN))).isEqualTo(Ack.NOTHING);
      run.listen(ALL);
      assertWhole(MAIN, run.of(MAIN));
    }
  }

  @Test
  void turn_isTakenByWhoeverOwnsIt() {
    try (BackendRun run = new BackendRun(backend()).listen(ALL).hearTurn().listen(ALL)) {
      switch (can().turns()) {
        case OURS -> assertThat(run.frames()).as("it waits to be asked").isEmpty();
        case THEIRS -> {
          assertThat(Frames.signals(run.frames()))
              .extracting(Signal::getClass)
              .contains(Signal.SpeechStarted.class, Signal.TurnEnded.class);
          assertWhole(MAIN, run.of(MAIN));
        }
        case NONE -> {
          assertThat(run.of(MAIN).getFirst()).isEqualTo(new ReplySignal.Started(MAIN));
          assertContinuous(run.of(MAIN));
        }
      }
    }
  }

  @Test
  void cancel_stopsTheReply_orSaysThatItCannot() {
    assumeTrue(can().turns() != Turns.NONE);
    try (BackendRun run = new BackendRun(backend())) {
      run.send(reply(MAIN));
      run.listen(10);
      if (!can().cancel()) {
        assertThat(run.send(new Command.Cancel(MAIN))).isEqualTo(Ack.UNSUPPORTED);
        assertWhole(MAIN, run.listen(ALL).of(MAIN));
        return;
      }
      assertThat(run.send(new Command.Cancel(MAIN))).isEqualTo(Ack.DONE);
      int before = run.frames().size();
      assertThat(run.listen(ALL).frames()).as("frames behind the cancel").hasSize(before);
      assertThat(run.send(new Command.Cancel(MAIN))).isEqualTo(Ack.NOTHING);

      assertThat(run.send(reply(MAIN.next()))).isEqualTo(Ack.DONE);
      assertWhole(MAIN.next(), run.listen(ALL).of(MAIN.next()));
      assertThat(run.of(MAIN)).hasSizeLessThanOrEqualTo(before);
    }
  }

  @Test
  void truncate_isDone_orSaidToBeImpossible() {
    assumeTrue(can().turns() != Turns.NONE);
    try (BackendRun run = new BackendRun(backend())) {
      run.send(reply(MAIN));
      run.listen(10);
      Heard half = new Heard(MAIN, 0, new Position(100, 24_000), Heard.Basis.COUNTED);
      assertThat(run.send(new Command.Truncate(half)))
          .isEqualTo(can().truncate() ? Ack.DONE : Ack.UNSUPPORTED);
    }
  }

  @Test
  void say_speaksTheText_orSaysThatItCannot() {
    Epoch say = Frames.say(1);
    try (BackendRun run = new BackendRun(backend())) {
      Ack ack = run.send(new Command.Say("All lines are busy.", say));
      if (can().say() == Say.NO) {
        assertThat(ack).isEqualTo(Ack.UNSUPPORTED);
        return;
      }
      assertThat(ack).isEqualTo(Ack.DONE);
      run.listen(ALL);
      assertWhole(say, run.of(say));
      assertThat(Frames.audio(run.frames()).isEmpty()).isFalse();
      if (can().say() == Say.VERBATIM) {
        assertThat(words(run.of(say))).isEqualTo("All lines are busy.");
      }
    }
  }

  private static String words(List<OfReply> reply) {
    StringBuilder words = new StringBuilder();
    reply.forEach(
        frame -> words.append(frame instanceof ReplySignal.TextDelta delta ? delta.text() : ""));
    return words.toString();
  }

  @Test
  void side_runsBesideTheMainReply_orIsRefused() {
    assumeTrue(can().turns() != Turns.NONE);
    try (BackendRun run = new BackendRun(backend())) {
      run.send(reply(MAIN));
      Ack ack = run.send(reply(Frames.side(1)));
      assertThat(ack).isEqualTo(can().parallelReplies() ? Ack.DONE : Ack.UNSUPPORTED);
      run.listen(ALL);
      assertWhole(MAIN, run.of(MAIN));
      if (can().parallelReplies()) {
        assertWhole(Frames.side(1), run.of(Frames.side(1)));
      }
    }
  }

  @Test
  void unknownThings_areNothing() {
    try (BackendRun run = new BackendRun(backend())) {
      assertThat(run.send(new Command.Cancel(Frames.main(77))))
          .isEqualTo(can().cancel() ? Ack.NOTHING : Ack.UNSUPPORTED);
      assertThat(run.send(new Command.ToolResult("never-called", "{}")))
          .isEqualTo(can().tools() ? Ack.NOTHING : Ack.UNSUPPORTED);
      assertThat(run.send(new Command.RemoveItem("never-added")))
          .isIn(Ack.NOTHING, Ack.UNSUPPORTED);
    }
  }

  @Test
  void hearing_doesNotWaitForAListener() {
    try (BackendRun run = new BackendRun(backend())) {
      run.send(reply(MAIN));
      run.hear(Samples.silence(10 * 24_000));
      assertThat(run.wantsToHear()).as("listens while nobody listens to it").isTrue();
    }
  }

  @Test
  void hangUp_endsIt_andCommandsAreGone() {
    try (BackendRun run = new BackendRun(backend()).listen(ALL).hearTurn()) {
      run.hangUp().listen(ALL);
      run.expectComplete();
      assertThat(run.send(new Command.Cancel(MAIN))).isEqualTo(Ack.GONE);
      assertThat(run.send(reply(Frames.main(9)))).isEqualTo(Ack.GONE);
    }
  }

  @Test
  void sessions_areIndependent_andRepeatable() {
    assertThat(frames()).isEqualTo(frames());
  }

  private List<?> frames() {
    try (BackendRun run = new BackendRun(backend())) {
      run.hearTurn();
      run.send(reply(Frames.main(5)));
      return run.listen(ALL).frames();
    }
  }
}
