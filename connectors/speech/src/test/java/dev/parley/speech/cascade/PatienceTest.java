package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.conversation.Transcription.Delay;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

  private static final int RATE = 16_000;

  /** How often a turn of so many seconds is listened to while it lasts. */
  private static int hearings(Delay delay, int seconds) {
    Patience patience = Patience.of(delay);
    int count = 0;
    for (long at = patience.next(0, RATE);
        at <= (long) seconds * RATE;
        at = patience.next(at, RATE)) {
      count++;
    }
    return count;
  }

  @ParameterizedTest
  @CsvSource({"MINIMAL, LOW", "LOW, MEDIUM", "MEDIUM, HIGH", "HIGH, XHIGH"})
  void longerDelay_listensLaterAndMoreRarely_andWantsNoLessAgreement(Delay less, Delay more) {
    Patience hasty = Patience.of(less);
    Patience patient = Patience.of(more);

    assertThat(patient.first()).isGreaterThan(hasty.first());
    assertThat(hearings(more, 10)).isLessThan(hearings(less, 10));
    assertThat(patient.agreeing()).isGreaterThanOrEqualTo(hasty.agreeing());
    assertThat(patient.effort()).isGreaterThanOrEqualTo(hasty.effort());
  }

  @Test
  void noDelay_isTheMiddleOne() {
    assertThat(Patience.of(new Transcription(Optional.empty(), Optional.empty())))
        .isEqualTo(Patience.of(Delay.MEDIUM));
  }
}
