package dev.parley.testkit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.KernelStage;
import dev.parley.testkit.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A kernel that holds audio back, lifted to a reply's frames: none of it rings on in the next. */
class RepliesThroughAKernelTest {

  private static final int RATE = 24_000;
  private static final Epoch FIRST = Frames.main(1);
  private static final Epoch SECOND = Frames.main(2);

  /** Always one input behind. */
  private static final class Late implements Kernel<Samples, Samples> {

    private Samples held = Samples.silence(0);

    @Override
    public void accept(Samples input, Consumer<? super Samples> out) {
      out.accept(held);
      held = input;
    }

    @Override
    public void flush(Consumer<? super Samples> out) {
      out.accept(held);
      held = Samples.silence(0);
    }

    @Override
    public void reset() {
      held = Samples.silence(0);
    }
  }

  private static StageSpec<Outbound> late() {
    return StageSpec.of(KernelStage.spoken("late", Late::new), AudioFormat.pcm16(RATE));
  }

  @Test
  void heldBackAudio_comesBeforeTheEndOfItsPart() {
    List<Outbound> reply = new ArrayList<>();
    reply.add(new ReplySignal.Started(FIRST));
    reply.addAll(Frames.spoken(FIRST, RATE, Frames.ramp(0, 1_000), 240));
    reply.add(new ReplySignal.PartEnded(FIRST, 0));
    reply.add(new ReplySignal.Ended(FIRST, Outcome.COMPLETED));
    late().gives(reply, reply);
  }

  @Test
  void replyWithoutAnEnd_leavesNothingInTheNext() {
    List<Outbound> given = new ArrayList<>(Frames.spoken(FIRST, RATE, Frames.ramp(0, 480), 240));
    given.add(new ReplySignal.Started(SECOND));
    given.addAll(Frames.spoken(SECOND, RATE, Frames.ramp(7, 480), 240));
    List<Outbound> made = late().output(given);
    assertThat(Frames.audio(made.stream().filter(f -> of(f, SECOND)).toList()))
        .isEqualTo(Frames.ramp(7, 480));
    assertThat(Frames.audio(made.stream().filter(f -> of(f, FIRST)).toList()))
        .isEqualTo(Frames.ramp(0, 480));
  }

  private static boolean of(Outbound frame, Epoch epoch) {
    return frame instanceof Spoken spoken && spoken.epoch().equals(epoch);
  }
}
