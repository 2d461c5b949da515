package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.speech.asr.Transcript;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CertaintyTest {

  @Property(tries = 200)
  void ofReading_growsWithAgreementAndWithTheWeakestWord(
      @ForAll @DoubleRange(min = 0, max = 1) double agreement,
      @ForAll @DoubleRange(min = 0, max = 1) double weakest) {
    double sure = Certainty.ofReading(agreement, weakest, 5);
    assertThat(sure).isBetween(0.0, 1.0);
    assertThat(Certainty.ofReading(Math.min(1, agreement + 0.1), weakest, 5))
        .isGreaterThanOrEqualTo(sure);
    assertThat(Certainty.ofReading(agreement, Math.min(1, weakest + 0.1), 5))
        .isGreaterThanOrEqualTo(sure);
  }

  @Test
  void ofReading_aSinglePass_isNotSurerForAgreeingWithItself() {
    assertThat(Certainty.ofReading(1, 0.5, 1)).isLessThan(Certainty.ofReading(1, 0.5, 3));
  }

  @Property(tries = 200)
  void ofWord_growsWithSupportAndWithPasses(
      @ForAll @DoubleRange(min = 0, max = 1) double support,
      @ForAll @DoubleRange(min = 1, max = 15) double passes) {
    double sure = Certainty.ofWord(support, passes);
    assertThat(sure).isBetween(0.0, 1.0);
    assertThat(Certainty.ofWord(Math.min(1, support + 0.1), passes)).isGreaterThanOrEqualTo(sure);
    assertThat(Certainty.ofWord(support, passes + 1)).isGreaterThanOrEqualTo(sure);
  }

  @Test
  void ofWord_ofASinglePass_isWhatItSays() {
    assertThat(Certainty.ofWord(0.7, 1)).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void rate_makesWordsSure_onWhichPassesAgree() {
    Ballot ballot = new Ballot();
    for (String heard : List.of("a m y", "k m y", "a m y", "a m y")) {
      ballot.add(List.of(Heard.of(heard, 0.7)), 1);
    }
    Transcript rated = Certainty.rate(ballot, 1).getFirst();
    assertThat(rated.text()).isEqualTo("a m y");
    assertThat(rated.words().get(0).confidence()).as("three of four").isLessThan(0.75);
    assertThat(rated.words().get(1).confidence()).as("all").isGreaterThan(0.8);
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
