package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitlesTest {

  private final Subtitles subtitles = new Subtitles();

  private String hear(String... words) {
    return subtitles.hear(List.of(words), /* agreeing= */ 2);
  }

  @Test
  void word_isTold_whenTwoHearingsAgree_andAnotherFollows() {
    assertThat(hear("order", "are")).isEmpty();
    assertThat(hear("order", "r", "dash")).isEqualTo("order");
    assertThat(hear("order", "r", "dash", "six")).isEqualTo(" r");
    assertThat(subtitles.end(List.of("order", "r", "dash", "six", "two")))
        .isEqualTo(" dash six two");
  }

  @Test
  void oneHearing_isEnoughForTheImpatient_butItsLastWordWaits() {
    assertThat(subtitles.hear(List.of("order", "are"), /* agreeing= */ 1)).isEqualTo("order");
    assertThat(subtitles.hear(List.of("order", "r", "dash"), /* agreeing= */ 1)).isEqualTo(" r");
  }

  @Test
  void patient_waitForThreeThatAgree() {
    List<String> words = List.of("order", "r", "dash");
    assertThat(subtitles.hear(List.of("older", "r", "dash"), /* agreeing= */ 3)).isEmpty();
    assertThat(subtitles.hear(words, /* agreeing= */ 3)).isEmpty();
    assertThat(subtitles.hear(words, /* agreeing= */ 3)).isEmpty();
    assertThat(subtitles.hear(words, /* agreeing= */ 3)).isEqualTo("order r");
  }

  @Test
  void nextTurn_beginsAnew() {
    hear("yes", "please");
    assertThat(subtitles.end(List.of("yes", "please"))).isEqualTo("yes please");
    assertThat(subtitles.end(List.of("no"))).isEqualTo("no");
  }

  @Test
  void wholeThatIsShorterThanWhatWasTold_addsNothing() {
    hear("one", "two", "three");
    hear("one", "two", "three");
    assertThat(subtitles.end(List.of("one"))).isEmpty();
  }
}
