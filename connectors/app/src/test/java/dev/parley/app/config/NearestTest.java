package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({"'', abc, 3", "abc, abc, 0", "kitten, sitting, 3", "prot, port, 2", "ab, a, 1"})
  void distance_countsSlips(String one, String other, int slips) {
    assertThat(Nearest.distance(one, other)).isEqualTo(slips);
    assertThat(Nearest.distance(other, one)).isEqualTo(slips);
  }

  @ParameterizedTest
  @CsvSource({"a.port, a.port", "a.prot, a.port", "port, a.port", "b.prt, a.port", "a.zzz, "})
  void path_isTheOneThatWasMeant(String wrong, String meant) {
    assertThat(Nearest.path(wrong, List.of("a.port", "a.host")).orElse(null)).isEqualTo(meant);
  }
}
