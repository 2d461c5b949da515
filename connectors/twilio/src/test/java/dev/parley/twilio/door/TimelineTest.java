package dev.parley.twilio.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Captured;
import dev.parley.twilio.messages.FromTwilio;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private final Timeline timeline = new Timeline();

  private long place(long chunk, long millis) {
    Captured placed =
        timeline.place(
            new FromTwilio.Media(
                chunk, "MZ1", FromTwilio.Track.INBOUND, chunk, millis, new byte[160]));
    assertThat(placed.rate()).isEqualTo(8_000);
    assertThat(placed.samples().count()).isEqualTo(160);
    return placed.position().sample();
  }

  @Test
  void chunks_followOneAnother_howeverTheirTimesJitter() {
    assertThat(place(1, 63)).isZero();
    assertThat(place(2, 79)).isEqualTo(160);
    assertThat(place(3, 121)).isEqualTo(320);
    assertThat(place(4, 122)).isEqualTo(480);
  }

  @Test
  void missingChunk_leavesItsPlace_andFillsItWhenItComes() {
    place(1, 0);
    assertThat(place(3, 40)).isEqualTo(320);
    assertThat(place(2, 20)).isEqualTo(160);
    assertThat(place(4, 60)).isEqualTo(480);
  }

  @Test
  void timeThatJumps_leavesAPlaceForWhatWasLostBeforeItWasCounted() {
    place(1, 0);
    place(2, 20);
    assertThat(place(3, 240)).isEqualTo(240 * 8);
    assertThat(place(4, 260)).isEqualTo(260 * 8);
  }

  @Test
  void clockThatDrifts_changesNothing() {
    long at = -160;
    for (int chunk = 1; chunk <= 180_000; chunk++) { // an hour at 200 ppm
      at = place(chunk, Math.round(chunk * 20 * 1.000_2));
    }
    assertThat(at).isEqualTo(179_999L * 160);
  }

  @Test
  void wildNumberAtTheBeginning_isTakenForABeginning() {
    assertThat(place(999_999_999_999L, 999_999_999_999L)).isBetween(0L, 30L * 8_000);
    long here = timeline.end().sample();
    assertThat(place(1, 0)).isEqualTo(here);
  }

  @Test
  void wildNumber_isTakenForAMistake_andWhatFollowsGoesOn() {
    place(1, 0);
    assertThat(place(1_000_000, 20)).isEqualTo(160);
    assertThat(place(3, 40)).isEqualTo(320);
    assertThat(place(4, 60)).isEqualTo(480);
    assertThat(place(5, 999_999_999_999L)).isEqualTo(640);
    assertThat(place(6, 100)).isEqualTo(800);
  }
}
