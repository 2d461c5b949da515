package dev.parley.speech.asr.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LooksTest {

  private static final int RATE = 16_000;

  private final Looks looks = new Looks(RATE);

  @Test
  void isDue_beforeThreeTenthsOfASecond_isNot() {
    hear(280, 5_000);
    assertThat(looks.isDue()).isFalse();
    hear(20, 5_000);
    assertThat(looks.isDue()).isTrue();
  }

  @Test
  void isDue_afterALook_waitsForHalfAsMuchAgain() {
    hear(1_000, 5_000);
    looks.look();
    hear(480, 5_000);
    assertThat(looks.isDue()).isFalse();
    hear(20, 5_000);
    assertThat(looks.isDue()).isTrue();
  }

  @Test
  void isDue_inAPauseAfterSomethingNew_isOnce() {
    hear(2_000, 5_000);
    looks.look();
    hear(200, 5_000);
    hear(180, 10);
    assertThat(looks.isDue()).isFalse();
    hear(20, 10);
    assertThat(looks.isDue()).isTrue();
    looks.look();
    hear(200, 10);
    assertThat(looks.isDue()).as("a pause that goes on brings nothing").isFalse();
  }

  @Test
  void isDue_withNothingSinceTheLook_isNot() {
    hear(1_000, 5_000);
    looks.look();
    looks.hear(Samples.silence(0));
    assertThat(looks.isDue()).isFalse();
  }

  private void hear(int millis, int level) {
    for (int at = 0; at < millis; at += 20) {
      short[] frame = new short[RATE / 50];
      Arrays.fill(frame, (short) level);
      looks.hear(Samples.wrap(frame));
    }
  }
}
