package docs.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Samples;
import dev.parley.testkit.Frames;
import dev.parley.testkit.stage.StageSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

// <test>
class NoiseGateTest {

  private static final AudioFormat FORMAT = AudioFormat.pcm16(16_000);
  private static final Samples VOICE = Frames.tone(440, 16_000, 16_000);
  private static final Samples WHISPER = Samples.wrap((short) 100, (short) -100);

  @Test
  void aWhisperIsSilencedAndAVoicePasses() {
    List<Captured> voice = Frames.captured(0, 16_000, VOICE, 320);
    StageSpec.of(NoiseGate.below(-40), FORMAT)
        .gives(
            List.of(Frames.captured(0, 16_000, WHISPER)),
            List.of(Frames.captured(0, 16_000, Samples.silence(2))))
        .gives(voice, voice)
        .signalsPassInPlace(voice, Duration.ZERO)
        .positionsStayTrue(voice)
        .backpressureIsKept(voice);
  }

  @Test
  void aThresholdThatWouldSilenceEverythingIsRefused() {
    assertThatThrownBy(() -> NoiseGate.below(0)).hasMessageContaining("below 0 dBFS");
  }
}
// </test>
