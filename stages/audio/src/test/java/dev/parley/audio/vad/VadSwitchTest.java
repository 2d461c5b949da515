package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Signal.SpeechStarted;
import dev.parley.testkit.Frames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VadSwitchTest {

  private static final int RATE = 24_000;
  private static final int FRAME = RATE / 50;
  private static final VadSettings ON = VadSettings.defaults();

  private final Scripted detectors = Scripted.speech(10, 30);
  private final List<Inbound> out = new ArrayList<>();

  @Test
  void off_passesEverything_andOpensNothing() {
    VadKernel kernel = kernel(VadTuning.off());
    List<Inbound> given = new ArrayList<>(frames(0, 20));
    given.add(Frames.lost(20L * FRAME, RATE, FRAME));
    given.add(new Signal.Dtmf('1', new Position(21L * FRAME, RATE)));
    give(kernel, given);
    kernel.flush(out::add);
    kernel.reset();
    kernel.close();

    assertThat(out).isEqualTo(given);
    assertThat(detectors.done).isEmpty();
  }

  @Test
  void switchedOff_inTheMiddleOfSpeech_saysNothingMoreOfIt_andClosesTheDetector() {
    VadKernel kernel = kernel(ON);
    give(kernel, frames(0, 20));
    assertThat(Frames.signals(out)).singleElement().isInstanceOf(SpeechStarted.class);
    out.clear();

    kernel.tune(VadTuning.off());
    assertThat(detectors.done).containsExactly("open", "close");
    give(kernel, frames(20L * FRAME, 100));
    kernel.flush(out::add);
    kernel.close();

    assertThat(Frames.signals(out)).isEmpty();
    assertThat(detectors.done).containsExactly("open", "close");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void switchedOn_beginsAfresh_whereTheAudioIs(boolean wasOnBefore) {
    VadKernel kernel = kernel(wasOnBefore ? ON : VadTuning.off());
    give(kernel, frames(0, 20));
    kernel.tune(VadTuning.off());
    give(kernel, frames(20L * FRAME, 7));
    out.clear();

    kernel.tune(ON);
    long here = 27L * FRAME;
    give(kernel, frames(here, 20));

    SpeechStarted started = (SpeechStarted) Frames.signals(out).getFirst();
    assertThat(started.detected().sample()).isEqualTo(here + 11L * FRAME);
    assertThat(started.at().sample()).isGreaterThanOrEqualTo(here);
    VadKernel fresh = new VadKernel(Scripted.speech(10, 30), ON);
    fresh.negotiate(AudioFormat.pcm16(RATE));
    List<Inbound> expected = new ArrayList<>();
    frames(here, 20).forEach(frame -> fresh.accept(frame, expected::add));
    assertThat(out).isEqualTo(expected);
  }

  @Test
  void settingsTunedWhileOn_keepTheDetector() {
    VadKernel kernel = kernel(ON);
    give(kernel, frames(0, 5));
    kernel.tune(ON.withThreshold(0.6));
    give(kernel, frames(5L * FRAME, 15));

    assertThat(detectors.done).containsExactly("open");
    assertThat(Frames.signals(out)).hasSize(1);
  }

  private VadKernel kernel(VadTuning tuning) {
    VadKernel kernel = new VadKernel(detectors, tuning);
    kernel.negotiate(AudioFormat.pcm16(RATE));
    return kernel;
  }

  private void give(VadKernel kernel, List<? extends Inbound> given) {
    given.forEach(frame -> kernel.accept(frame, out::add));
  }

  private static List<Captured> frames(long at, int count) {
    return Frames.captured(at, RATE, new Sounds(RATE).noise(-60, count * FRAME), FRAME);
  }
}
