package dev.parley.schema.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model as a recogniser reads it. */
class LanguageModelTest {

  private static final SpokenTools CENSUS = Census.tools();

  static Stream<Focus> focuses() {
    Draft none = new Draft("order_status", Map.of());
    Draft.Value code = new Draft.Value("\"R-620A-9C2\"", "R", 1, /* isCode= */ true);
    return Stream.of(
        new Focus.Anything(),
        new Focus.Argument(none, "order"),
        new Focus.Argument(new Draft("pay", Map.of()), "amount"),
        new Focus.Confirmation(new Draft("order_status", Map.of("order", code))));
  }

  @ParameterizedTest
  @MethodSource("focuses")
  void probabilities_ofEachHistory_sumToOne(Focus focus) {
    Map<String, Double> single = new LinkedHashMap<>();
    Map<String, Double> backOff = new HashMap<>();
    Map<String, Map<String, Double>> pairs = new HashMap<>();
    for (String line : CENSUS.expected(focus).arpa().lines().toList()) {
      String[] parts = line.split(" ", -1);
      boolean gram = parts.length == 3 && parts[0].matches("-?[0-9.]+");
      if (gram && parts[2].matches("-?[0-9]+\\.[0-9]+")) {
        single.put(parts[1], Math.pow(10, Double.parseDouble(parts[0])));
        backOff.put(parts[1], Math.pow(10, Double.parseDouble(parts[2])));
      } else if (gram) {
        pairs
            .computeIfAbsent(parts[1], any -> new HashMap<>())
            .put(parts[2], Math.pow(10, Double.parseDouble(parts[0])));
      }
    }
    assertThat(sum(single)).isCloseTo(1, within(1e-3));
    assertThat(pairs).isNotEmpty();
    pairs.forEach(
        (history, next) -> {
          double others =
              single.entrySet().stream()
                  .filter(word -> !next.containsKey(word.getKey()))
                  .mapToDouble(Map.Entry::getValue)
                  .sum();
          assertThat(sum(next) + others * backOff.getOrDefault(history, 1.0))
              .as(history)
              .isCloseTo(1, within(1e-3));
        });
  }

  @ParameterizedTest
  @MethodSource("focuses")
  void everyWord_hasASound(Focus focus) {
    LanguageModel model = CENSUS.expected(focus);

    assertThat(model.pronunciations())
        .isNotEmpty()
        .allSatisfy(
            (word, sounds) ->
                assertThat(sounds)
                    .isNotEmpty()
                    .allMatch(sound -> sound.matches("[A-Z]{1,2}( [A-Z]{1,2})*")));
    assertThat(model.pronunciations()).containsKeys("yes", "no");
    assertThat(List.of(model.id())).isEqualTo(List.of(CENSUS.expected(focus).id()));
  }

  private static double sum(Map<String, Double> shares) {
    return shares.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void narrower_areOfOneKindEach_andOnlyWhereAnythingMayBeSaid() {
    SpokenTools census = Census.tools();
    List<LanguageModel> narrower = census.narrower(new Focus.Anything());
    int all = census.expected(new Focus.Anything()).pronunciations().size();

    assertThat(narrower).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(narrower)
        .allSatisfy(model -> assertThat(model.pronunciations().size()).isLessThan(all));
    assertThat(census.narrower(new Focus.Confirmation(new Draft("pay", Map.of())))).isEmpty();
  }
}
