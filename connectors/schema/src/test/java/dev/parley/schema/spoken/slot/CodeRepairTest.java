package dev.parley.schema.spoken.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.pattern.Automaton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRepairTest {

  private static final Codes ORDER =
      new Codes(Automaton.of("^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"), 1, 64);

  @ParameterizedTest
  @CsvSource({
    "R-620A-9C2, no nine d two, R-620A-9D2",
    "R-620A-9C2, no the second letter is h, R-620H-9C2",
    "R-620A-9C2, no the second digit is five, R-650A-9C2",
    "R-620A-9C2, the first one is k, K-620A-9C2",
    "R-620A-9C2, the last one is seven, R-620A-9C7",
    "R-629A-8C2, it's a five not a nine, R-625A-8C2",
    "R-620A-9C2, not c but d, R-620A-9D2",
    "R-620A-9C2, no it's d, R-620A-9D2",
    "R-620A-9C2, no six three zero, R-630A-9C2",
    "M-262A-7G4, november, N-262A-7G4",
    "M-262A-7G4, no it is november, N-262A-7G4",
    "M-262A-7G4, n as in november, N-262A-7G4",
    "M-262A-7G4, no the first one is november, N-262A-7G4",
    "M-262A-7G4, no the third is november, N-262A-7G4",
    "M-262A-7D4, no the first is november and the seventh is golf, N-262A-7G4",
    "R-620I-9C2, no romeo dash six two zero alpha dash nine charlie two, R-620A-9C2",
    "R-620I-9C2, r dash six two zero a nine two, R-620A-9C2",
    "R-620I-9C2, r dash six six two zero a dash nine c two, R-620A-9C2",
    "R-620I-9C2, dash six two zero a dash nine c two, R-620A-9C2",
    "R-620A-9C2, no k seven one one b three f four, K-711B-3F4",
    "R-620A-9C2, no k dash seven one one b dash three f four, K-711B-3F4"
  })
  void correction_changesOnlyWhatItNames(String old, String said, String code) {
    assertThat(read(ORDER, old, said))
        .hasValueSatisfying(better -> assertThat(better.text()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "'^[A-Z]{1,12}$', BORGAN, no the first one is m, MORGAN",
    "'^[A-Z]{1,12}$', AMY, the second one is b, ABY",
    "'^[0-9]{1,16}$', 2684414, no four one eight, 2684418"
  })
  void otherCodes_areCorrectedToo(String pattern, String old, String said, String code) {
    assertThat(read(new Codes(Automaton.of(pattern), 1, 64), old, said))
        .hasValueSatisfying(better -> assertThat(better.text()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "no that's wrong", "what was that again", "the second one is dash"})
  void otherWords_changeNothing(String said) {
    assertThat(read(ORDER, "R-620A-9C2", said)).isEmpty();
  }

  @Test
  void codeThatIsHeardTheSameAgain_changesWhereItWasLeastCertain_andNeverBack() {
    SpelledWords first = said("u dash seven zero one x dash four u four", 5, 0.4);
    SpelledWords again = said("u dash seven zero one x dash four u four", 5, 0.5);
    CodeTrace trace = CodeTrace.of(ORDER, "U-701X-4U4", List.of(first), word -> false, Set.of());

    Set<String> offered = new HashSet<>(Set.of("U-701X-4U4"));
    for (int i = 0; i < 4; i++) {
      trace =
          new CodeRepair(ORDER, trace, word -> false).read(List.of(again)).orElseThrow().trace();
      assertThat(offered.add(trace.text())).isTrue();
      assertThat(trace.text()).matches("U-701[FSH]-4U4|[UQ]-701X-4[UQ]4");
    }
  }

  @Test
  void otherReadings_tellWhatElseItMayHaveBeen() {
    SpelledWords first = said("r dash six two zero k dash nine c two", 5, 0.6);
    CodeTrace trace = CodeTrace.of(ORDER, "R-620K-9C2", List.of(first), word -> false, Set.of());

    assertThat(
            new CodeRepair(ORDER, trace, word -> false)
                .read(List.of(first, said("r dash six two zero j dash nine c two", 5, 0.6))))
        .hasValueSatisfying(better -> assertThat(better.text()).isEqualTo("R-620J-9C2"));
  }

  /** All words are sure but one. */
  private static SpelledWords said(String text, int doubtful, double confidence) {
    List<String> words = List.of(text.split(" ", -1));
    return new SpelledWords(
        words,
        IntStream.range(0, words.size()).mapToObj(i -> i == doubtful ? confidence : 0.99).toList(),
        1);
  }

  private static Optional<CodeRepair.Repaired> read(Codes codes, String old, String said) {
    return new CodeRepair(codes, CodeTrace.plain(old, /* confidence= */ 1), word -> false)
        .read(List.of(SpelledWords.certain(List.of(said.split(" ", -1)))));
  }
}
