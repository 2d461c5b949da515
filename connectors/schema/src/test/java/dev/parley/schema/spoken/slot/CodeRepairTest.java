package dev.parley.schema.spoken.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.spoken.code.Pattern;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRepairTest {

  private static final Codes ORDER =
      new Codes(Pattern.of("^[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]$"), 1, 64);

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
    "R-620A-9C2, no k seven one one b three f four, K-711B-3F4",
    "R-620A-9C2, no k dash seven one one b dash three f four, K-711B-3F4"
  })
  void correction_changesOnlyWhatItNames(String old, String said, String code) {
    assertThat(new CodeRepair(ORDER, old).read(List.of(said.split(" ", -1))))
        .hasValueSatisfying(better -> assertThat(better.text()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "'^[A-Z]{1,12}$', BORGAN, no the first one is m, MORGAN",
    "'^[A-Z]{1,12}$', AMY, the second one is b, ABY",
    "'^[0-9]{1,16}$', 2684414, no four one eight, 2684418"
  })
  void otherCodes_areCorrectedToo(String pattern, String old, String said, String code) {
    assertThat(
            new CodeRepair(new Codes(Pattern.of(pattern), 1, 64), old)
                .read(List.of(said.split(" ", -1))))
        .hasValueSatisfying(better -> assertThat(better.text()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "no that's wrong", "what was that again", "the second one is dash"})
  void otherWords_changeNothing(String said) {
    assertThat(new CodeRepair(ORDER, "R-620A-9C2").read(List.of(said.split(" ", -1)))).isEmpty();
  }
}
