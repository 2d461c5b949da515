package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.speech.asr.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class BallotTest {

  private final Ballot ballot = new Ballot();

  @Test
  void ranking_ofOnePass_keepsItsOrder() {
    ballot.add(List.of(Heard.of("b", 0.4), Heard.of("d", 0.3), Heard.of("e", 0.2)), 1);
    assertThat(texts()).containsExactly("b", "d", "e");
    assertThat(ballot.agreement(ballot.ranking().getFirst())).isEqualTo(1);
    assertThat(ballot.agreement(ballot.ranking().get(1))).isZero();
  }

  @Test
  void ranking_whereMostPassesDisagreeWithTheFirst_followsThem() {
    ballot.add(List.of(Heard.of("k m y", 0.9), Heard.of("a m y", 0.1)), 1);
    ballot.add(List.of(Heard.of("a m y", 0.5)), 1);
    ballot.add(List.of(Heard.of("a m y", 0.3)), 1);
    assertThat(texts()).containsExactly("a m y", "k m y");
    Ballot.Candidate best = ballot.ranking().getFirst();
    assertThat(ballot.agreement(best)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(ballot.weakest(best)).as("where it stood first").isEqualTo(0.3);
  }

  @Test
  void ranking_ofADraw_isDecidedByTheSecondPlaces() {
    ballot.add(List.of(Heard.of("five", 0.5)), 1);
    ballot.add(List.of(Heard.of("nine", 0.5)), 1);
    assertThat(texts()).containsExactly("five", "nine");
    ballot.add(List.of(Heard.of("one", 0.5), Heard.of("nine", 0.4)), 1);
    assertThat(texts()).containsExactly("nine", "five", "one");
  }

  @Test
  void add_withAWeight_countsSoMuch() {
    ballot.add(List.of(Heard.of("the", 0.5)), 1);
    ballot.add(List.of(Heard.of("six", 0.5)), 2);
    assertThat(texts()).containsExactly("six", "the");
    assertThat(ballot.passes()).isEqualTo(3);
  }

  @Test
  void add_ofNothingHeard_isAgainstAllOthers() {
    ballot.add(List.of(Transcript.EMPTY), 1);
    ballot.add(List.of(Heard.of("yes", 0.5)), 1);
    assertThat(texts()).containsExactly("yes");
    assertThat(ballot.agreement(ballot.ranking().getFirst())).isEqualTo(0.5);
  }

  @Test
  void support_ofAWord_isTheMeanOfAllPasses() {
    ballot.add(List.of(Heard.of("k m y", 0.9), Heard.of("a m y", 0.1)), 1);
    ballot.add(List.of(Heard.of("a m y", 0.5)), 2);
    Ballot.Candidate best = ballot.ranking().getFirst();
    assertThat(best.transcript().text()).isEqualTo("a m y");
    double[] support = ballot.support(best);
    assertThat(support[0]).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(support[1]).isCloseTo(1.9 / 3, within(1e-9));
  }

  private List<String> texts() {
    return ballot.ranking().stream().map(candidate -> candidate.transcript().text()).toList();
  }
}
