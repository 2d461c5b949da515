package dev.parley.schema.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sure a value is. */
class RequestsTest {

  private final SpokenTools census = Census.tools();

  @Test
  void valueOfCertainWords_isCertain() {
    assertThat(confidence("five six nine", 1, 1, 1)).isEqualTo(1);
  }

  @Test
  void value_isNoSurerThanItsLeastCertainWord() {
    assertThat(confidence("five six nine", 1, 0.6, 1)).isCloseTo(0.6, within(1e-9));
    assertThat(confidence("five six nine", 0.9, 0.6, 0.9)).isLessThan(0.6);
  }

  @Test
  void value_isNoSurerThanTheWordsNextToIt() {
    double doubtful = confidence("erase c q q f six nine", 0.6, 1, 1, 1, 1, 1, 1);
    double sure = confidence("erase c q q f six nine", 1, 1, 1, 1, 1, 1, 1);
    assertThat(doubtful).isCloseTo(sure * 0.6, within(1e-9));
  }

  private double confidence(String said, double... sure) {
    List<Heard.Word> words = new ArrayList<>();
    for (String word : said.split(" ", -1)) {
      words.add(new Heard.Word(word, sure[words.size()]));
    }
    Reading reading = census.read(List.of(new Heard(words, 1)), new Focus.Anything());
    assertThat(reading).isInstanceOf(Reading.Request.class);
    Draft draft = ((Reading.Request) reading).draft();
    return draft.values().values().stream()
        .filter(Draft.Value::isCode)
        .mapToDouble(Draft.Value::confidence)
        .findFirst()
        .orElseThrow();
  }
}
