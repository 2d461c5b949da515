package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.vad.EnergyDetector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalTest {

  private final Path path;

  EvalTest(@TempDir Path path) {
    this.path = path;
  }

  @Test
  void smallFolder_isScoredFromFilesToTables() throws IOException {
    SyntheticFolder folder = new SyntheticFolder(path).addSmallSet();
    Files.writeString(path.resolve("broken.wav"), "no sound");
    folder
        .line("{\"id\": \"broken\", \"file\": \"broken.wav\", \"kind\": \"digit\"}")
        .add("late", "alnum", 1, new Region(1.5, 2))
        .write();
    List<Integer> calls = new ArrayList<>();
    EvalResult result =
        Eval.run(
            settings().withTrials(3),
            (part, done, of) -> {
              if (part == EvalPart.CALLS) {
                calls.add(done);
              }
            });

    VadReport vad = result.vad().orElseThrow();
    assertThat(vad.pooled().frames().f1()).isGreaterThan(0.95);
    assertThat(vad.pooled().onsets().count()).isEqualTo(3);
    assertThat(vad.pooled().onsets().percentile(100)).isBetween(0.0, 60.0);
    assertThat(vad.endings().percentile(50)).isBetween(180.0, 260.0);
    assertThat(vad.quiet()).isEqualTo(new VadReport.Quiet(1, 0.05, 0));

    CallReport made = result.calls().orElseThrow();
    assertThat(made.made().cuts().count()).isEqualTo(3);
    assertThat(made.made().cuts().percentile(100)).isBetween(0.0, 100.0);
    assertThat(made.negatives()).isEqualTo(new CallReport.Negatives(3, 0, List.of()));
    assertThat(made.staleFrames()).isZero();
    assertThat(made.heardErrorSamplesMax()).isZero();
    assertThat(calls).containsExactly(1, 2, 3, 4, 5, 6);

    assertThat(result.problems()).hasSize(2);
    assertThat(result.problems().getLast())
        .isEqualTo("late is not scored: there is speech behind the end of channel 0 at 1.00 s");
    assertThat(result.problems().getFirst()).startsWith("broken is not scored: ");
    assertThat(printed(result)).contains("* pooled", "3 of 3 cut", "broken is not scored");
    JsonNode json = new ObjectMapper().readTree(result.toJson());
    assertThat(json.at("/vad/onset_ms/p90").asDouble()).isBetween(0.0, 60.0);
    assertThat(json.at("/vad/by_kind/utterance/f1").asDouble()).isGreaterThan(0.95);
    assertThat(json.at("/calls/cut_ms/p95").asDouble()).isBetween(0.0, 100.0);
    assertThat(json.at("/calls/barge_ins").asInt()).isEqualTo(3);
    assertThat(json.at("/parts/vad").asText()).isEqualTo("energy");
  }

  @Test
  void calls_areTheSameOnEveryRun() throws IOException {
    new SyntheticFolder(path).addSmallSet().write();
    EvalSettings calls = settings().withParts(Set.of(EvalPart.CALLS)).withTrials(4);
    EvalResult first = Eval.run(calls, EvalProgress.SILENT);
    assertThat(Eval.run(calls, EvalProgress.SILENT)).isEqualTo(first);
    assertThat(first.vad()).isEmpty();
  }

  @Test
  void telephoneCalls_areCutByAClear_andNothingOfTheReplyFollows() throws IOException {
    new SyntheticFolder(path).addSmallSet().write();
    EvalSettings phone = settings().withParts(Set.of(EvalPart.PHONE)).withTrials(4);
    EvalResult result = Eval.run(phone, EvalProgress.SILENT);

    CallReport calls = result.phone().orElseThrow();
    assertThat(calls.made().cuts().count()).isEqualTo(4);
    assertThat(calls.made().cuts().percentile(100)).isBetween(0.0, 150.0);
    assertThat(calls.negatives()).isEqualTo(new CallReport.Negatives(4, 0, List.of()));
    assertThat(calls.staleFrames()).isZero();
    assertThat(calls.heardErrorSamplesMax()).as("a mark comes every 100 ms").isBetween(0L, 960L);
    assertThat(printed(result)).contains("Telephone calls", "4 of 4 cut");
    assertThat(new ObjectMapper().readTree(result.toJson()).at("/phone/barge_ins").asInt())
        .isEqualTo(4);
    assertThat(Eval.run(phone, EvalProgress.SILENT)).isEqualTo(result);
  }

  @Test
  void recordedCall_isPlayedAsItWas() throws IOException {
    new SyntheticFolder(path)
        .add("one", "digit", 4, new Region(2, 3))
        .line(
            """
            {"id": "call", "file": "one.wav", "kind": "call",
             "speech_by_channel": {"0": [[2, 3]], "1": [[1, 3.5]]},
             "turns": [{"start": 1, "end": 3.5, "channel": 1, "type": "turn"},
                       {"start": 1.9, "end": 3, "channel": 0, "type": "barge-in"}]}\
            """
                .replace("\n", ""))
        .write();
    List<Trial> trials = new Mixer(Folder.read(path).recordings(), 1).recorded();
    assertThat(trials).hasSize(1);
    assertThat(trials.getFirst().replyAt()).isEqualTo(0.2, within(1e-9));
    assertThat(trials.getFirst().onset()).isEqualTo(1.2, within(1e-9));
  }

  @Test
  void nothingToScore_isOneSentence() throws IOException {
    new SyntheticFolder(path).line("{}").write();
    assertThatThrownBy(() -> Eval.run(settings(), EvalProgress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no recording that can be scored: manifest.jsonl, line 1");
  }

  @Test
  void settings_refuseNonsense() {
    assertThatThrownBy(() -> settings().withTrials(0)).hasMessageContaining("trials must be 1");
    assertThatThrownBy(() -> EvalPart.parse("singing"))
        .hasMessage(
            "\"singing\" cannot be evaluated: valid are vad, calls, phone, codes, dictation,"
                + " readback");
  }

  private EvalSettings settings() {
    return EvalSettings.of(path, EnergyDetector.energy());
  }

  private static String printed(EvalResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    result.print(new PrintStream(bytes, /* autoFlush= */ true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
