package dev.parley.app.farend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import dev.parley.testkit.Frames;
import org.junit.jupiter.api.Test;

class KeyEarTest {

  private static final int RATE = 8_000;

  private static Samples key(int row, int column, int millis) {
    short[] pcm = new short[RATE * millis / 1_000];
    for (int i = 0; i < pcm.length; i++) {
      double low = Math.sin(2 * Math.PI * row * i / RATE);
      double high = Math.sin(2 * Math.PI * column * i / RATE);
      pcm[i] = (short) (6_000 * (low + high));
    }
    return Samples.wrap(pcm);
  }

  private static Samples pause(int millis) {
    return Samples.silence(RATE * millis / 1_000);
  }

  @Test
  void keys_areHeardInTheirOrder_alsoOneTwice() {
    Samples track =
        pause(205)
            .append(key(770, 1_336, 100))
            .append(pause(100))
            .append(key(770, 1_336, 100))
            .append(pause(100))
            .append(key(941, 1_477, 100))
            .append(pause(30));

    assertThat(KeyEar.of(track)).isEqualTo("55#");
  }

  @Test
  void oneToneAlone_andAClick_areNoKeys() {
    Samples track =
        Frames.tone(770, RATE, RATE)
            .append(pause(100))
            .append(key(770, 1_336, 15))
            .append(pause(9));

    assertThat(KeyEar.of(track)).isEmpty();
  }
}
