package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.testkit.Frames;
import dev.parley.testkit.stage.StageSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VadTest {

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 24_000, 44_100})
  void stage_keepsItsPromises(int rate) {
    Samples sound = new Sounds(rate).burst(-65, -20, 3 * rate, rate, 2 * rate);
    List<Inbound> given = new ArrayList<>(Frames.captured(0, rate, sound, rate / 50));
    given.add(100, new Signal.Dtmf('5', new Position(2L * rate, rate)));

    StageSpec<Inbound> spec =
        StageSpec.of(Vad.with(EnergyDetector.energy()), AudioFormat.pcm16(rate))
            .chunkingDoesNotMatter(given)
            .callsAreIndependent(given)
            .signalsPassInPlace(given, Duration.ZERO)
            .positionsStayTrue(given)
            .backpressureIsKept(given);

    assertThat(Frames.signals(spec.output(given)))
        .hasExactlyElementsOfTypes(
            Signal.SpeechStarted.class, Signal.Dtmf.class, Signal.SpeechStopped.class);
    assertThat(spec.output(given)).filteredOn(Captured.class::isInstance).hasSize(150);
  }

  @Test
  void name_saysWhichDetectorHears() {
    assertThat(Vad.with(EnergyDetector.energy()).name()).isEqualTo("vad.energy");
  }
}
