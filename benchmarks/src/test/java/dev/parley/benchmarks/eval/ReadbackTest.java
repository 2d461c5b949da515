package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.benchmarks.eval.ReadbackOutcome.Step;
import dev.parley.engine.conversation.Effort;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Understanding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadbackTest {

  private static final String CODE = "N-620A-9C2";

  private final Understanding tools = SpokenCodes.tools();
  private final List<String> said = new ArrayList<>();

  /** Takes one letter for another, and is hardly sure of anything. */
  private ReadbackOutcome call(String letter, String heardAs, double confidence) {
    return new ReadbackCall(
            tools,
            (words, focus) -> {
              said.add(words);
              return List.of(heard(words.replaceAll("\\b" + letter + "\\b", heardAs), confidence));
            })
        .run(CODE);
  }

  private static Heard heard(String words, double confidence) {
    Heard typed = Heard.typed(words.toLowerCase(java.util.Locale.ROOT));
    return new Heard(
        typed.words().stream().map(word -> new Heard.Word(word.text(), confidence)).toList(),
        confidence);
  }

  @Test
  void codeThatIsHeardRight_isReadBackOrCalled_andNothingCorrected() {
    assertThat(call("N", "N", 0.7))
        .isEqualTo(
            new ReadbackOutcome(
                Step.RIGHT,
                Map.of(
                    Remedy.SAME_WORDS, Step.RIGHT,
                    Remedy.TOLD_APART, Step.RIGHT,
                    Remedy.PLACES, Step.RIGHT)));
    assertThat(call("N", "N", 1).first()).isEqualTo(Step.CALLED_RIGHT);
    assertThat(said).containsOnly("order N dash six two zero A dash nine C two");
  }

  @Test
  void codeThatIsHeardWrong_isCorrectedInThreeWays() {
    ReadbackOutcome outcome = call("N", "M", 0.7);

    assertThat(outcome.first()).isEqualTo(Step.WRONG);
    assertThat(outcome.after())
        .containsEntry(Remedy.TOLD_APART, Step.RIGHT)
        .containsEntry(Remedy.PLACES, Step.RIGHT);
    assertThat(said)
        .containsExactly(
            "order N dash six two zero A dash nine C two",
            "N dash six two zero A dash nine C two",
            "november dash six two zero alpha dash nine charlie two",
            "no the first is november");
  }

  @Test
  void codeThatIsCalledWrong_cannotBeCorrected() {
    assertThat(call("N", "M", 1).after())
        .containsOnlyKeys(Remedy.values())
        .containsValue(Step.CALLED_WRONG);
    assertThat(said).hasSize(1);
  }

  @Test
  void brokenCode_isAskedFor_andNoise_isNotUnderstood() {
    assertThat(call("N", "", 0.7).first()).isEqualTo(Step.ASKED);
    assertThat(new ReadbackCall(tools, (words, focus) -> List.of()).run(CODE).first())
        .isEqualTo(Step.NOT_UNDERSTOOD);
  }

  @Test
  void codes_areTheSameForTheSameSeed_andFitTheTool() {
    List<String> codes = SpokenCodes.some(5, 1);

    assertThat(codes).hasSize(5).startsWith("R-620A-9C2").isEqualTo(SpokenCodes.some(5, 1));
    assertThat(SpokenCodes.some(5, 2)).isNotEqualTo(codes);
    assertThat(codes).allMatch(code -> code.matches("[A-Z]-[0-9]{3}[A-Z]-[0-9][A-Z][0-9]"));
    assertThat(tools.expected(new Focus.Anything()).pronunciations()).containsKey("order");
  }

  @Test
  void outcomes_becomeRows() {
    ReadbackReport report =
        new ReadbackReport(
            "tester",
            List.of(
                ReadbackReport.row(
                    "robot",
                    Effort.HIGH,
                    List.of(
                        outcome(Step.RIGHT, Step.RIGHT),
                        outcome(Step.CALLED_RIGHT, Step.CALLED_RIGHT),
                        outcome(Step.WRONG, Step.RIGHT),
                        outcome(Step.ASKED, Step.WRONG)))));
    EvalResult result =
        new EvalResult(
            "none",
            "none",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(report),
            List.of());

    JsonNode json = EvalJson.of(result).at("/readback/robot/high");
    assertThat(json.path("right").asDouble()).isEqualTo(0.5);
    assertThat(json.path("right_after_told_apart").asDouble()).isEqualTo(0.75);
    assertThat(json.path("called_right").asInt()).isEqualTo(1);
    assertThat(json.path("asked").asInt()).isEqualTo(1);
    assertThat(json.path("n").asInt()).isEqualTo(4);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    result.print(new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("robot", "0.500", "0.750", "1/1")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 100));
  }

  private static ReadbackOutcome outcome(Step first, Step after) {
    return new ReadbackOutcome(
        first, Map.of(Remedy.SAME_WORDS, after, Remedy.TOLD_APART, after, Remedy.PLACES, after));
  }

  @Test
  void readback_isNoPartOfWhatRecordingsAreScoredBy() {
    assertThat(EvalPart.OF_RECORDINGS)
        .isEqualTo(EnumSet.complementOf(EnumSet.of(EvalPart.READBACK)));
  }
}
