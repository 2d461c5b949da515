package dev.parley.app.farend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.farend.Bursts.Burst;
import dev.parley.engine.frame.Samples;
import dev.parley.testkit.Frames;
import org.junit.jupiter.api.Test;

class BurstsTest {

  private static final int RATE = 8_000;

  private static Samples tone(int millis) {
    return Frames.tone(300, RATE, RATE * millis / 1_000);
  }

  private static Samples pause(int millis) {
    return Samples.silence(RATE * millis / 1_000);
  }

  @Test
  void speech_isTold_withShortPausesInside_andWithoutClicks() {
    Samples track =
        pause(500)
            .append(tone(400))
            .append(pause(200))
            .append(tone(300))
            .append(pause(1_000))
            .append(tone(20))
            .append(pause(1_000))
            .append(tone(700))
            .append(pause(500));

    assertThat(Bursts.of(track)).containsExactly(new Burst(500, 1_400), new Burst(3_420, 4_120));
  }

  @Test
  void silence_isNobody() {
    assertThat(Bursts.of(pause(3_000))).isEmpty();
    assertThat(Bursts.of(Samples.silence(0))).isEmpty();
  }
}
