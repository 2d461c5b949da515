package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassesTest {

  private static final Samples AUDIO = Samples.silence(16_000);
  private static final LanguageModel WIDE = model("wide", "six", "the", "nine");
  private static final LanguageModel DIGITS = model("digits", "six", "nine");
  private static final LanguageModel LETTERS = model("letters", "a", "b");

  /** Says what it is told to, by the model and the length of what it hears. */
  private static final class Scripted implements Recogniser {
    private final int rate;
    private final List<String> passes = new ArrayList<>();
    private final Map<String, String> answers;
    private double confidence = 0.8;
    private int open;
    private int opened;

    private Scripted(int rate, Map<String, String> answers) {
      this.rate = rate;
      this.answers = answers;
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public int rate() {
      return rate;
    }

    @Override
    public int capacity() {
      return 1;
    }

    @Override
    public boolean can(Task task) {
      return true;
    }

    @Override
    public Decoder open(Task task, Beam beam) {
      open++;
      opened++;
      String model = ((Task.Expected) task).model().id();
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
          passes.add(model + " " + count);
          return List.of(Heard.of(answers.getOrDefault(model, ""), confidence));
        }

        @Override
        public void close() {
          open--;
        }
      };
    }

    @Override
    public void close() {}
  }

  @Test
  void hear_atLowEffort_isOnePass() {
    Scripted recogniser = new Scripted(16_000, Map.of("wide", "the nine"));
    List<Transcript> heard = hear(recogniser, Optional.empty(), Effort.LOW);
    assertThat(heard).extracting(Transcript::text).containsExactly("the nine");
    assertThat(recogniser.passes).containsExactly("wide 16000");
  }

  @Test
  void hear_atHighEffort_asksNarrowerModelsThatKnowTheWords() {
    Scripted recogniser = new Scripted(16_000, Map.of("wide", "the nine", "digits", "six nine"));
    hear(recogniser, Optional.empty(), Effort.HIGH);
    assertThat(recogniser.passes).contains("digits 16000").doesNotContain("letters 16000");
    assertThat(recogniser.passes).filteredOn(pass -> pass.startsWith("wide")).hasSize(5);
    assertThat(recogniser.passes).doesNotHaveDuplicates();
    assertThat(recogniser.open).as("decoders left open").isZero();
  }

  @Test
  void hear_ofManyViews_opensADecoderForAModelOnce() {
    Scripted recogniser = new Scripted(16_000, Map.of("wide", "nine", "digits", "nine"));
    hear(recogniser, Optional.empty(), Effort.HIGH);
    assertThat(recogniser.opened).isEqualTo(2);
    assertThat(recogniser.passes).filteredOn(pass -> pass.startsWith("digits")).hasSize(3);
  }

  @Test
  void hear_ofWordsBeyondDoubt_stopsBehindTheFirstPass() {
    Scripted recogniser = new Scripted(16_000, Map.of("wide", "nine", "digits", "six"));
    recogniser.confidence = 0.97;
    List<Transcript> heard = hear(recogniser, Optional.empty(), Effort.HIGH);
    assertThat(recogniser.passes).containsExactly("wide 16000");
    assertThat(heard.getFirst().confidence()).isGreaterThan(0.9);
    recogniser.confidence = 0.94;
    hear(recogniser, Optional.empty(), Effort.HIGH);
    assertThat(recogniser.passes).hasSizeGreaterThan(2);
  }

  @Test
  void hear_withManyNarrowerModels_asksTheSmallest() {
    Scripted recogniser = new Scripted(16_000, Map.of("wide", "six nine"));
    List<LanguageModel> narrower =
        List.of(
            model("n5", "six", "nine", "a", "b", "c"),
            model("n4", "six", "nine", "a", "b"),
            model("n3", "six", "nine", "a"),
            model("n2", "six", "nine"));
    new Passes(recogniser, Optional.empty())
        .hear(AUDIO, WIDE, narrower, EffortPlan.of(Effort.HIGH));
    assertThat(recogniser.passes).contains("n2 16000", "n3 16000", "n4 16000");
    assertThat(recogniser.passes).noneMatch(pass -> pass.startsWith("n5"));
  }

  @Test
  void hear_agreement_makesSure() {
    Map<String, String> agreed = Map.of("wide", "six nine", "digits", "six nine");
    Map<String, String> torn = Map.of("wide", "six nine", "digits", "nine nine");
    double sure =
        hear(new Scripted(1, agreed), Optional.empty(), Effort.HIGH).getFirst().confidence();
    double unsure =
        hear(new Scripted(1, torn), Optional.empty(), Effort.HIGH).getFirst().confidence();
    assertThat(sure).isGreaterThan(unsure);
  }

  @Test
  void hear_atHighestEffort_asksTheSecond() {
    Scripted first = new Scripted(16_000, Map.of("wide", "six"));
    Scripted second = new Scripted(16_000, Map.of("wide", "nine"));
    List<Transcript> heard = hear(first, Optional.of(second), Effort.XHIGH);
    assertThat(second.passes).containsExactly("wide 16000");
    assertThat(heard).extracting(Transcript::text).containsExactly("six", "nine");
    second.passes.clear();
    hear(first, Optional.of(second), Effort.HIGH);
    assertThat(second.passes).isEmpty();
  }

  @Test
  void hear_ofSilence_isEmpty() {
    assertThat(hear(new Scripted(16_000, Map.of()), Optional.empty(), Effort.HIGH))
        .containsExactly(Transcript.EMPTY);
  }

  @Test
  void refine_doesNotRepeatTheFirstPass() {
    Scripted recogniser = new Scripted(16_000, Map.of("wide", "six"));
    List<Transcript> heard =
        new Passes(recogniser, Optional.empty())
            .refine(
                List.of(Heard.of("six", 0.5)),
                AUDIO,
                WIDE,
                List.of(),
                EffortPlan.of(Effort.MEDIUM));
    assertThat(recogniser.passes).hasSize(2).doesNotContain("wide 16000");
    assertThat(heard.getFirst().text()).isEqualTo("six");
  }

  @Test
  void recognisers_ofTwoRates_areRefused() {
    Scripted wide = new Scripted(16_000, Map.of());
    Scripted phone = new Scripted(8_000, Map.of());
    assertThatThrownBy(() -> new Passes(wide, Optional.of(phone)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one rate");
  }

  private static List<Transcript> hear(
      Recogniser first, Optional<Recogniser> second, Effort effort) {
    return new Passes(first, second)
        .hear(AUDIO, WIDE, List.of(DIGITS, LETTERS), EffortPlan.of(effort));
  }

  private static LanguageModel model(String id, String... words) {
    Map<String, List<String>> sounds = new java.util.TreeMap<>();
    for (String word : words) {
      sounds.put(word, List.of("AH"));
    }
    return new LanguageModel(id, "", sounds);
  }
}
