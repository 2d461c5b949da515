package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodesReportTest {

  private static final int RATE = 16_000;

  /** Hears by the length of what it is given: a word for each second. */
  private static final class ByLength implements Recogniser {
    @Override
    public String name() {
      return "by-length";
    }

    @Override
    public int rate() {
      return RATE;
    }

    @Override
    public int capacity() {
      return 1;
    }

    @Override
    public boolean can(Task task) {
      return !(task instanceof Task.Dictation(Optional<String> language))
          || language.equals(Optional.of("en"));
    }

    @Override
    public Decoder open(Task task, Beam beam) {
      return new Decoder() {
        private int count;

        @Override
        public void begin() {
          count = 0;
        }

        @Override
        public void feed(Samples audio) {
          count += audio.count();
        }

        @Override
        public Transcript partial() {
          return Transcript.EMPTY;
        }

        @Override
        public List<Transcript> finish(int most) {
          List<Transcript.Word> words = new ArrayList<>();
          for (int i = 0; i < Math.round(count / (double) RATE); i++) {
            words.add(new Transcript.Word("six", i * 16_000L, i * 16_000L + 9_000, 0.99));
          }
          return List.of(new Transcript(words, 0.99));
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }

  @Test
  void codes_areScoredByWhatTheToolsMakeOfThem() {
    List<String> problems = new ArrayList<>();
    HearingSettings settings =
        HearingSettings.defaults().withEfforts(Set.of(Effort.LOW, Effort.HIGH)).withJobs(2);
    CodesReport report =
        new CodesEval(new ByLength(), Optional.empty(), Census.tools(), EvalProgress.SILENT)
            .run(
                List.of(
                    spoken("a", "digit", "six six", 2),
                    spoken("b", "digit", "six nine", 2),
                    spoken("c", "alnum", "the small dog", 3)),
                settings,
                problems);
    CodesReport.Step high = report.step(Effort.HIGH).orElseThrow();
    assertThat(high.exact()).isEqualTo(new Share(1, 2));
    assertThat(high.accepted()).isEqualTo(new Share(1, 2));
    assertThat(high.errors()).isEqualTo(new WordErrors(1, 4));
    assertThat(report.pairs())
        .containsExactly(new CodesReport.Pair(Effort.LOW, Effort.HIGH, new Paired(0, 0)));
    assertThat(problems)
        .containsExactly("c is not scored: its text is nothing that the tools take");

    JsonNode json = SpeechJson.codes(report);
    assertThat(json.at("/high/exact").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/high/wer").asDouble()).isEqualTo(0.25);
    assertThat(json.at("/low/n").asInt()).isEqualTo(2);
    assertThat(json.at("/low/cpu_per_second").isNumber()).isTrue();
    assertThat(SpeechJson.pairs(report).at("/low-high/p").asDouble()).isEqualTo(1);
  }

  @Test
  void dictation_inALanguageThatNobodyKnows_isSaidToBeNone() {
    DictationReport report =
        new DictationEval(new ByLength(), EvalProgress.SILENT)
            .run(
                List.of(
                    spoken("a", "utterance", "six seven", 1),
                    spoken("b", "foreign", "eins zwei", 1)),
                HearingSettings.defaults());
    assertThat(report.languages())
        .containsEntry(
            "en", new DictationReport.Language(1, /* isRecognised= */ true, new WordErrors(1, 2)))
        .containsEntry(
            "de", new DictationReport.Language(1, /* isRecognised= */ false, new WordErrors(2, 2)));
    assertThat(SpeechJson.dictation(report).at("/de/wer").asDouble()).isEqualTo(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SpeechText(new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(report);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("Offline dictation is poor", "not recognised");
  }

  @Test
  void takes_ofTelephoneCopies_onlyThoseThatAreSpelled() {
    assertThat(CodesEval.takes(spoken("a", "phone", "two six", 1).recording())).isTrue();
    assertThat(CodesEval.takes(spoken("a", "phone", "ask not", 1).recording())).isFalse();
    assertThat(CodesEval.takes(spoken("a", "digit", "", 1).recording())).isFalse();
    assertThat(DictationEval.takes(spoken("a", "digit", "six", 1).recording())).isFalse();
  }

  private static Spoken spoken(String id, String kind, String text, int seconds) {
    String language = kind.equals("foreign") ? "de" : "en";
    return new Spoken(
        new Recording(
            id,
            id,
            kind,
            "",
            "",
            language,
            text,
            seconds,
            OptionalDouble.empty(),
            Map.of(),
            List.of()),
        Samples.silence(seconds * RATE),
        RATE);
  }
}
