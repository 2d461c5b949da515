package dev.parley.schema.spoken.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArpaTest {

  @Test
  void net_countsWhatFollowsWhat() {
    Net net = Net.words("go").then(Net.anyOf(List.of("left", "right")).maybe(0.5));

    assertThat(net.follows().get("go")).containsEntry("left", 0.25);
    assertThat(net.last()).containsEntry("go", 0.5).containsEntry("left", 0.25);
    assertThat(net.empty()).isZero();
  }

  @Test
  void repeatedNet_goesOnAsOftenAsItWasTold() {
    Net net = Net.words("one").repeated(0.75);

    assertThat(net.follows().getOrDefault("one", Map.of()).getOrDefault("one", 0.0))
        .isCloseTo(3, within(1e-9));
  }

  @Test
  void arpa_hasEachWordAndPair() {
    String arpa = Arpa.write(Net.words("go", "left"));

    assertThat(arpa)
        .contains("ngram 1=4", "ngram 2=3", "<s> go\n", " go left\n", " left </s>\n")
        .endsWith("\\end\\\n");
  }

  @Test
  void unknownWord_soundsByItsLetters() {
    Lexicon lexicon =
        new Lexicon(word -> word.equals("parley") ? List.of("P AA R L IY") : List.of());

    assertThat(lexicon.of("w")).contains("D AH B AH L Y UW");
    assertThat(lexicon.of("parley")).containsExactly("P AA R L IY");
    assertThat(lexicon.of("shake")).containsExactly("SH EY K");
    assertThat(lexicon.of("čž")).hasSize(1);
  }
}
