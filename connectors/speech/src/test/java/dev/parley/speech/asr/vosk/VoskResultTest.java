package dev.parley.speech.asr.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Transcript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoskResultTest {

  @Test
  void words_haveTimesInSamples() {
    Transcript only =
        VoskResult.alternatives(
                """
                {"result": [{"conf": 0.5, "start": 0.25, "end": 0.5, "word": "Six"},
                            {"conf": 0.8, "start": 0.5, "end": 1.0, "word": "[unk]"},
                            {"conf": 0.8, "start": 1.0, "end": 1.5, "word": "two"}],
                 "text": "six [unk] two"}
                """,
                16_000)
            .getFirst();
    assertThat(only.text()).isEqualTo("six two");
    assertThat(only.words().getFirst().start()).isEqualTo(4000);
    assertThat(only.words().getFirst().end()).isEqualTo(8000);
    assertThat(only.confidence()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void alternatives_ofTheSameWordsAreOne() {
    List<Transcript> found =
        VoskResult.alternatives(
            """
            {"alternatives": [{"confidence": 210.0, "text": "b"}, {"confidence": 210.0, "text": "b"},
                              {"confidence": 209.0, "text": "d"}]}
            """,
            16_000);
    assertThat(found).extracting(Transcript::text).containsExactly("b", "d");
    assertThat(found.getFirst().confidence()).isGreaterThan(found.getLast().confidence());
  }

  @Test
  void nothing_isEmpty() {
    assertThat(VoskResult.alternatives("{\"text\": \"\"}", 16_000))
        .containsExactly(Transcript.EMPTY);
    assertThat(VoskResult.partial("{\"partial\": \"\"}")).isEmpty();
    assertThat(VoskResult.partial("{\"partial\": \"five nine\"}")).hasSize(2);
  }

  @Test
  void rubbish_isOneSentence() {
    assertThatThrownBy(() -> VoskResult.alternatives("{", 16_000))
        .isInstanceOf(RecogniserException.class)
        .hasMessageContaining("not JSON");
  }

  @Test
  void grammar_isWordsAndPairs() {
    LanguageModel model =
        new LanguageModel(
            "x",
            """
            \\data\\
            ngram 1=4
            ngram 2=3

            \\1-grams:
            -1 <s> 0
            -1 </s>
            -1 a 0
            -1 b 0

            \\2-grams:
            -1 <s> a
            -1 a b
            -1 b </s>

            \\end\\
            """,
            Map.of("a", List.of("EY"), "b", List.of("B IY")));
    assertThat(Grammar.of(model)).isEqualTo("[\"a\",\"b\",\"a b\",\"[unk]\"]");
  }
}
