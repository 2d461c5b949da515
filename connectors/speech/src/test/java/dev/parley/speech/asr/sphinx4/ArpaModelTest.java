package dev.parley.speech.asr.sphinx4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.dictionary.Pronunciation;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ArpaModelTest {

  private static final Offset<Double> NEARLY = within(1e-3);

  private static final String ARPA =
      """
      \\data\\
      ngram 1=4
      ngram 2=2

      \\1-grams:
      -99 <s> -0.5
      -1.0 </s>
      -0.7 six -0.2
      -0.9 two -0.3

      \\2-grams:
      -0.1 <s> six
      -0.4 six two

      \\end\\
      """;

  private final ArpaModel model = new ArpaModel(ARPA, word -> true);

  private double log10(String... words) {
    Word[] sequence =
        Arrays.stream(words)
            .map(word -> new Word(word, new Pronunciation[0], false))
            .toArray(Word[]::new);
    float log = model.getProbability(new WordSequence(sequence));
    return LogMath.getLogMath().logToLn(log) / Math.log(10);
  }

  @Test
  void pair_isWhatTheModelSays() {
    assertThat(log10("<s>", "six")).isEqualTo(-0.1, NEARLY);
    assertThat(log10("six", "two")).isEqualTo(-0.4, NEARLY);
  }

  @Test
  void pairThatIsMissing_backsOff() {
    assertThat(log10("two", "six")).isEqualTo(-0.3 - 0.7, NEARLY);
    assertThat(log10("six", "</s>")).isEqualTo(-0.2 - 1.0, NEARLY);
  }

  @Test
  void oneWord_isAUnigram() {
    assertThat(log10("two")).isEqualTo(-0.9, NEARLY);
  }

  @Test
  void wordsThatCannotBeSpoken_areLeftOut() {
    ArpaModel without = new ArpaModel(ARPA, word -> !word.equals("two"));
    assertThat(without.getVocabulary()).containsExactlyInAnyOrder("<s>", "</s>", "six");
  }

  @Test
  void rubbish_isOneSentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArpaModel("rubbish", word -> true))
        .withMessageContaining("<s>");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArpaModel(ARPA.replace("-0.7 six", "x six"), word -> true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArpaModel("\\1-grams:\nlonely", word -> true));
  }
}
