package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.speech.asr.Transcript;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CertaintyTest {

  @Property(tries = 200)
  void of_growsWithAgreementAndWithTheWeakestWord(
      @ForAll @DoubleRange(min = 0, max = 1) double agreement,
      @ForAll @DoubleRange(min = 0, max = 1) double weakest) {
    double sure = Certainty.of(agreement, weakest, 5);
    assertThat(sure).isBetween(0.0, 1.0);
    assertThat(Certainty.of(Math.min(1, agreement + 0.1), weakest, 5)).isGreaterThanOrEqualTo(sure);
    assertThat(Certainty.of(agreement, Math.min(1, weakest + 0.1), 5)).isGreaterThanOrEqualTo(sure);
  }

  @Test
  void of_aSinglePass_isNotSurerForAgreeingWithItself() {
    assertThat(Certainty.of(1, 0.5, 1)).isLessThan(Certainty.of(1, 0.5, 3));
  }

  @Test
  void isBeyondDoubt_takesEveryWord() {
    assertThat(Certainty.isBeyondDoubt(Heard.of("six nine", 0.95))).isTrue();
    assertThat(Certainty.isBeyondDoubt(Heard.of("six nine", 0.94))).isFalse();
    assertThat(Certainty.isBeyondDoubt(Transcript.EMPTY)).isFalse();
  }

  @Test
  void rate_ofNothingHeard_isEmpty() {
    Ballot ballot = new Ballot();
    ballot.add(List.of(Transcript.EMPTY), 1);
    assertThat(Certainty.rate(ballot, 3)).containsExactly(Transcript.EMPTY);
  }

  @Test
  void rate_givesNoMoreThanIsWanted() {
    Ballot ballot = new Ballot();
    ballot.add(List.of(Heard.of("b", 0.4), Heard.of("d", 0.3), Heard.of("e", 0.2)), 1);
    List<Transcript> rated = Certainty.rate(ballot, 2);
    assertThat(rated).extracting(Transcript::text).containsExactly("b", "d");
    assertThat(rated.get(0).confidence()).isGreaterThan(rated.get(1).confidence());
  }
}
