package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {

  @Test
  void of_aRamp_isASteeperRamp() {
    short[] ramp = new short[1_000];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) (10 * i);
    }
    Samples fast = new View(1.25).of(Samples.wrap(ramp));
    assertThat(fast.count()).isEqualTo(800);
    for (int i = 0; i < fast.count(); i++) {
      assertThat((int) fast.at(i)).isCloseTo((int) (12.5 * i), within(1));
    }
  }

  @Test
  void of_thePlainView_isTheAudioItself() {
    Samples audio = Samples.wrap((short) 1, (short) 2);
    assertThat(View.PLAIN.of(audio)).isSameAs(audio);
    assertThat(new View(0.9).of(Samples.silence(1))).isEqualTo(Samples.silence(1));
  }

  @Test
  void back_givesTimesOfThePlainAudio() {
    Transcript heard = new Transcript(List.of(new Transcript.Word("go", 800, 1_600, 0.5)), 0.5);
    assertThat(new View(1.25).back(heard).words())
        .containsExactly(new Transcript.Word("go", 1_000, 2_000, 0.5));
  }

  @Test
  void speed_thatNoVoiceSurvives_isRefused() {
    assertThatThrownBy(() -> new View(2)).hasMessageContaining("0.8 to 1.25");
    assertThatThrownBy(() -> new View(Double.NaN)).hasMessageContaining("0.8 to 1.25");
  }
}
