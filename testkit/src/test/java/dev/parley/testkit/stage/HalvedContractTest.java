package dev.parley.testkit.stage;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import dev.parley.testkit.Frames;
import dev.parley.testkit.contract.StageContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A kernel that changes the rate, lifted to the caller's frames: positions, gaps, signals. */
class HalvedContractTest extends StageContract<Inbound> {

  private static final int RATE = 16_000;

  /** Keeps every second sample, and holds one back when it is given an odd number. */
  private static final class Halved implements Kernel<Samples, Samples> {

    private boolean odd;

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      return AudioFormat.pcm16(in.rate() / 2);
    }

    @Override
    public void accept(Samples input, Consumer<? super Samples> out) {
      short[] kept = new short[(input.count() + (odd ? 0 : 1)) / 2];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = input.at(2 * i + (odd ? 1 : 0));
      }
      odd ^= input.count() % 2 != 0;
      out.accept(Samples.wrap(kept));
    }

    @Override
    public void reset() {
      odd = false;
    }
  }

  @Override
  protected Stage<Inbound> stage() {
    return KernelStage.captured("halved", Halved::new);
  }

  @Override
  protected AudioFormat format() {
    return AudioFormat.pcm16(RATE);
  }

  @Override
  protected List<Inbound> frames() {
    Samples tone = Frames.tone(440, RATE, 8 * 320);
    List<Inbound> frames = new ArrayList<>(Frames.captured(100, RATE, tone, 320));
    frames.add(4, new Signal.Dtmf('5', new Position(1_380, RATE)));
    long end = 100L + tone.count();
    frames.add(Frames.lost(end, RATE, 500));
    frames.addAll(Frames.captured(end + 500, RATE, tone, 320));
    return frames;
  }

  @Test
  void chunking_doesNotMatter() {
    StageSpec.of(stage(), format()).chunkingDoesNotMatter(frames());
    KernelSpec.of(Halved::new, format())
        .gives(Samples.wrap((short) 1, (short) 2, (short) 3), Samples.wrap((short) 1, (short) 3))
        .chunkingDoesNotMatter(Frames.ramp(0, 5_001))
        .resetMakesItAsNew(Frames.ramp(0, 5_001));
  }
}
