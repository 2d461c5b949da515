package dev.parley.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.Samples;
import org.junit.jupiter.api.Test;

class ToneVoiceTest {

  private static Samples spoken(String text) {
    Samples[] all = {Samples.silence(0)};
    new ToneVoice()
        .speak(
            text,
            piece -> {
              all[0] = all[0].append(piece);
              return true;
            });
    return all[0];
  }

  @Test
  void sameText_sameSamples() {
    assertThat(spoken("Good morning, captain.")).isEqualTo(spoken("Good morning, captain."));
    assertThat(spoken("Good morning, captain.")).isNotEqualTo(spoken("Good evening, captain."));
  }

  @Test
  void length_growsWithTheText() {
    double seconds = spoken("Good morning, captain.").count() / 24_000.0;
    assertThat(seconds).isBetween(1.0, 2.5);
    assertThat(spoken("Good morning, captain. Good morning, captain.").count() / 24_000.0)
        .isBetween(2 * seconds - 0.1, 2 * seconds + 0.2);
    assertThat(spoken("").isEmpty()).isTrue();
  }

  @Test
  void refusal_stopsAtOnce() {
    int[] pieces = {0};
    new ToneVoice().speak("one two three", piece -> ++pieces[0] < 2);
    assertThat(pieces[0]).isEqualTo(2);
  }

  @Test
  void rate_outOfRange_isRefused() {
    assertThatThrownBy(() -> new ToneVoice(4_000)).hasMessageContaining("8000 to 48000");
  }
}
