package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitlesTest {

  private final Subtitles subtitles = new Subtitles();

  @Test
  void word_isTold_whenTwoHearingsAgree_andAnotherFollows() {
    assertThat(subtitles.hear(List.of("order", "are"))).isEmpty();
    assertThat(subtitles.hear(List.of("order", "r", "dash"))).isEqualTo("order");
    assertThat(subtitles.hear(List.of("order", "r", "dash", "six"))).isEqualTo(" r");
    assertThat(subtitles.end(List.of("order", "r", "dash", "six", "two")))
        .isEqualTo(" dash six two");
  }

  @Test
  void nextTurn_beginsAnew() {
    subtitles.hear(List.of("yes", "please"));
    assertThat(subtitles.end(List.of("yes", "please"))).isEqualTo("yes please");
    assertThat(subtitles.end(List.of("no"))).isEqualTo("no");
  }

  @Test
  void wholeThatIsShorterThanWhatWasTold_addsNothing() {
    subtitles.hear(List.of("one", "two", "three"));
    subtitles.hear(List.of("one", "two", "three"));
    assertThat(subtitles.end(List.of("one"))).isEmpty();
  }
}
