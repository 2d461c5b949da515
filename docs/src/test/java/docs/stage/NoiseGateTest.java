package docs.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.testkit.stage.StageSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

// <test>
class NoiseGateTest {

  private static final AudioFormat FORMAT = AudioFormat.pcm16(16_000);

  @Test
  void aWhisperIsSilencedAndAVoicePasses() {
    StageSpec.of(NoiseGate.below(-40), FORMAT)
        .gives(List.of(frame(0, 100), frame(1, 8_000)), List.of(frame(0, 0), frame(1, 8_000)))
        .signalsPassInPlace(List.of(frame(0, 8_000), frame(1, 8_000)), Duration.ZERO)
        .backpressureIsKept(List.of(frame(0, 100), frame(1, 8_000)));
  }

  /** 20 ms of a level. */
  private static Inbound frame(int index, int level) {
    short[] samples = new short[320];
    Arrays.fill(samples, (short) level);
    return new Captured(new Position(320L * index, 16_000), Samples.wrap(samples));
  }

  // </test>

  @Test
  void aThresholdThatWouldSilenceEverythingIsRefused() {
    assertThatThrownBy(() -> NoiseGate.below(0)).hasMessageContaining("below 0 dBFS");
  }
}
