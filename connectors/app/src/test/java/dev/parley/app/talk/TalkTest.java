package dev.parley.app.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.Catalogue;
import dev.parley.app.report.Percentiles;
import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.speech.FreeTtsVoice;
import dev.parley.testkit.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The sample call with real voices and a real detector, in virtual time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkTest {

  private static final int RATE = 24_000;
  private static final double TOLERANCE = 0.002; // ms: three decimals, each rounded once

  private final Path folder;
  private final Map<String, HeldCall> calls = new TreeMap<>();

  TalkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void holdCalls() throws Exception {
    Path script = folder.resolve("script.txt");
    Files.writeString(
        script,
        """
        after 200ms call order_status {"code": "A1"}
        say It is on its way, and you can wait for it at home.
        say Thank you, I have noted that.
        """);
    for (String model : List.of("scripted", "echo", "script:" + script)) {
      String name = model.replaceAll(":.*", "");
      calls.put(name, HeldCall.with(model(model), folder.resolve(name)));
    }
  }

  @Test
  void sampleCall_isHeld_withTurnsAndInterruptions() throws IOException {
    for (HeldCall call : calls.values()) {
      assertThat(call.failure()).isEmpty();
      assertThat(call.turns()).as(call.view()).hasSizeBetween(4, 7);
      assertThat(call.turns())
          .filteredOn(turn -> turn.at("/reply/samples_heard").asLong() > 0)
          .hasSizeGreaterThanOrEqualTo(4);
    }
    assertThat(scripted().interruptions()).isNotEmpty();
  }

  @Test
  void threeRuns_leaveTheSameBytes() throws Exception {
    for (int run = 2; run <= 3; run++) {
      HeldCall again = HeldCall.with(model("scripted"), folder.resolve("run" + run));
      for (String name : List.of("call.wav", "call.json", "call.html")) {
        assertThat(again.out().resolve(name))
            .as("%s of run %d", name, run)
            .hasSameBinaryContentAs(scripted().out().resolve(name));
      }
      assertThat(again.view().replace("run" + run, "scripted")).isEqualTo(scripted().view());
    }
  }

  @Test
  void report_hasTheDocumentedShape() throws IOException {
    JsonNode json = scripted().json();
    JsonNode turn = json.at("/turns/0");

    assertThat(names(json))
        .containsExactly(
            "clock",
            "input",
            "model",
            "lasted_ms",
            "plan",
            "turns",
            "announcements",
            "interruptions",
            "latency",
            "drops");
    assertThat(json.get("clock").asText()).isEqualTo("virtual");
    assertThat(json.get("model").asText()).isEqualTo("scripted");
    assertThat(json.at("/input/file").asText()).isEqualTo("sample call");
    assertThat(json.at("/input/rate").asInt()).isEqualTo(16_000);
    assertThat(names(turn))
        .containsExactly("n", "speech", "transcript", "tool_calls", "reply", "further_replies");
    assertThat(names(turn.get("speech")))
        .containsExactly("start_ms", "end_ms", "detected_start_ms", "detected_end_ms", "ended_ms");
    assertThat(names(turn.get("reply")))
        .containsExactly(
            "epoch",
            "text",
            "first_audio_ms",
            "end_ms",
            "samples_heard",
            "rate",
            "interrupted",
            "stages");
    assertThat(names(turn.at("/reply/stages")))
        .containsExactly("vad_ms", "endpointing_ms", "engine_ms", "tools_ms", "model_ms");
    assertThat(names(json.at("/interruptions/0")))
        .containsExactly(
            "epoch", "onset_ms", "onset_detected_ms", "cut_ms", "stale_frames", "samples_heard");
    assertThat(names(json.get("latency"))).containsExactly("reply_ms", "interruption_ms");
    assertThat(names(json.at("/latency/reply_ms"))).containsExactly("p50", "p95", "max");
    assertThat(json.get("plan")).hasSize(9);
  }

  @Test
  void turns_areInOrder() throws IOException {
    for (HeldCall call : calls.values()) {
      double last = 0;
      int n = 0;
      for (JsonNode turn : call.turns()) {
        JsonNode speech = turn.get("speech");
        assertThat(turn.get("n").asInt()).isEqualTo(++n);
        assertThat(millis(speech, "start_ms")).isGreaterThanOrEqualTo(last);
        assertThat(millis(speech, "detected_start_ms"))
            .isBetween(millis(speech, "start_ms"), millis(speech, "end_ms"));
        assertThat(millis(speech, "detected_end_ms"))
            .isBetween(millis(speech, "end_ms"), millis(speech, "ended_ms"));
        assertThat(millis(turn.get("reply"), "first_audio_ms"))
            .isGreaterThanOrEqualTo(millis(speech, "ended_ms")); // a script may think for 0 ms
        last = millis(speech, "end_ms");
      }
    }
  }

  @Test
  void latencies_followFromTheTurns() throws IOException {
    for (HeldCall call : calls.values()) {
      List<Double> waits = new ArrayList<>();
      for (JsonNode turn : call.turns()) {
        double wait =
            millis(turn.get("reply"), "first_audio_ms") - millis(turn.get("speech"), "end_ms");
        waits.add(wait);
        double sum = 0;
        for (JsonNode stage : turn.at("/reply/stages")) {
          assertThat(stage.asDouble()).isNotNegative();
          sum += stage.asDouble();
        }
        assertThat(sum).isCloseTo(wait, within(5 * TOLERANCE));
      }
      List<Double> cuts = new ArrayList<>();
      for (JsonNode cut : call.interruptions()) {
        cuts.add(millis(cut, "cut_ms") - millis(cut, "onset_ms"));
      }
      assertPercentiles(call.json().at("/latency/reply_ms"), waits);
      assertPercentiles(call.json().at("/latency/interruption_ms"), cuts);
    }
  }

  @Test
  void cuts_areSaidOnce_andNothingOfTheReplyFollows() throws IOException {
    for (HeldCall call : calls.values()) {
      Map<String, JsonNode> replies = new TreeMap<>();
      for (JsonNode turn : call.turns()) {
        replies.put(turn.at("/reply/epoch").asText(), turn.get("reply"));
      }
      assertThat(replies).hasSameSizeAs(call.turns());
      for (JsonNode cut : call.interruptions()) {
        JsonNode reply = replies.remove(cut.get("epoch").asText());
        assertThat(reply.get("interrupted").asBoolean()).isTrue();
        assertThat(reply.get("samples_heard")).isEqualTo(cut.get("samples_heard"));
        assertThat(cut.get("stale_frames").asLong()).isZero();
        assertThat(millis(cut, "onset_ms")).isLessThan(millis(cut, "onset_detected_ms"));
        assertThat(millis(cut, "cut_ms"))
            .isGreaterThanOrEqualTo(millis(cut, "onset_detected_ms"))
            .isGreaterThan(millis(reply, "first_audio_ms"));
      }
      assertThat(replies.values()).noneMatch(reply -> reply.get("interrupted").asBoolean());
    }
  }

  @Test
  void replies_areInTheRecording_whereTheReportSays_andNothingElseIs() throws IOException {
    for (HeldCall call : calls.values()) {
      Samples agent = call.agent();
      boolean[] spoken = new boolean[agent.count()];
      for (JsonNode turn : call.turns()) {
        JsonNode reply = turn.get("reply");
        int from = sample(millis(reply, "first_audio_ms"));
        int to = Math.min(sample(millis(reply, "end_ms")), agent.count());
        assertThat(level(agent.slice(from, to))).as("%s", reply).isGreaterThan(100);
        for (int i = from; i < to; i++) {
          spoken[i] = true;
        }
      }
      int outside = 0;
      for (int i = 0; i < spoken.length; i++) {
        outside += !spoken[i] && agent.at(i) != 0 ? 1 : 0;
      }
      assertThat(outside).as("samples outside of replies").isZero();
    }
  }

  @Test
  void samplesHeard_endWhereTheReplyEnds() throws IOException {
    for (HeldCall call : calls.values()) {
      for (JsonNode turn : call.turns()) {
        JsonNode reply = turn.get("reply");
        double lasted = millis(reply, "end_ms") - millis(reply, "first_audio_ms");
        assertThat(lasted * RATE / 1_000)
            .isCloseTo(reply.get("samples_heard").asDouble(), within(0.1));
        assertThat(reply.get("rate").asInt()).isEqualTo(RATE);
      }
    }
    assertThat(scripted().turns())
        .filteredOn(turn -> !turn.at("/reply/interrupted").asBoolean())
        .isNotEmpty()
        .allMatch(turn -> turn.at("/reply/samples_heard").asLong() == 4L * RATE);
  }

  @Test
  void callersChannel_isTheCaller() {
    Resampler resampler = new Resampler(16_000, RATE);
    List<Samples> made = new ArrayList<>();
    resampler.accept(SampleCall.speak(new FreeTtsVoice()), made::add);
    resampler.flush(made::add);
    Samples caller = Frames.join(made);

    Samples recorded = scripted().caller();
    assertThat(recorded.slice(0, caller.count())).isEqualTo(caller);
    assertThat(recorded.slice(caller.count(), recorded.count()))
        .isEqualTo(Samples.silence(recorded.count() - caller.count()));
  }

  @Test
  void page_holdsTheReport() throws IOException {
    assertThat(Files.readString(scripted().out().resolve("call.html")))
        .contains(
            new ObjectMapper().writeValueAsString(scripted().turns().getFirst()).substring(0, 60))
        .contains("data:audio/wav;base64,");
    assertThat(scripted().out())
        .isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void words_areThoseThatWereHeard() throws IOException {
    String whole =
        scripted().turns().stream()
            .filter(turn -> !turn.at("/reply/interrupted").asBoolean())
            .map(turn -> turn.at("/reply/text").asText())
            .findFirst()
            .orElseThrow();
    for (JsonNode turn : scripted().turns()) {
      String said = turn.at("/reply/text").asText();
      assertThat(whole).startsWith(said);
      if (turn.at("/reply/interrupted").asBoolean()) {
        assertThat(said).hasSizeLessThan(whole.length());
      }
    }
  }

  @Test
  void scriptWithATool_callsIt_andSpeaksToItsAnswer() throws IOException {
    JsonNode first = call("script").turns().getFirst();

    assertThat(first.get("tool_calls")).hasSize(1);
    assertThat(first.at("/tool_calls/0/name").asText()).isEqualTo("order_status");
    assertThat(new ObjectMapper().readTree(first.at("/tool_calls/0/arguments").asText()))
        .isEqualTo(new ObjectMapper().readTree("{\"code\": \"A1\"}"));
    assertThat(names(first.at("/tool_calls/0")))
        .containsExactly("name", "arguments", "output", "called_ms", "took_ms");
    assertThat(first.at("/tool_calls/0/output").isTextual()).isTrue();
    assertThat(first.at("/reply/text").asText()).startsWith("It is on its way");
    assertThat(millis(first.at("/reply/stages"), "tools_ms")).isGreaterThanOrEqualTo(200);
    assertThat(call("script").turns().get(1).get("tool_calls")).isEmpty();
  }

  @Test
  void echo_saysTheCallersOwnWordsBack() throws IOException {
    HeldCall echo = call("echo");
    JsonNode turn =
        echo.turns().stream()
            .filter(t -> !t.at("/reply/interrupted").asBoolean())
            .findFirst()
            .orElseThrow();
    int from = sample(millis(turn.get("reply"), "first_audio_ms"));
    Samples said = echo.agent().slice(from, from + turn.at("/reply/samples_heard").asInt());
    Samples caller = echo.caller();
    int around = sample(millis(turn.get("speech"), "start_ms"));

    boolean found = false;
    for (int at = Math.max(0, around - RATE); at < around + RATE && !found; at++) {
      found = caller.slice(at, at + said.count()).equals(said);
    }
    assertThat(found).isTrue();
  }

  private static Backend model(String spec) {
    return Catalogue.model(spec, new FreeTtsVoice());
  }

  private HeldCall scripted() {
    return call("scripted");
  }

  private HeldCall call(String name) {
    return Objects.requireNonNull(calls.get(name), name);
  }

  private static double level(Samples samples) {
    double power = 0;
    for (int i = 0; i < samples.count(); i++) {
      power += (double) samples.at(i) * samples.at(i);
    }
    return Math.sqrt(power / Math.max(1, samples.count()));
  }

  private static void assertPercentiles(JsonNode json, List<Double> values) {
    Percentiles expected = Percentiles.of(values);
    if (expected == null) {
      assertThat(json.isNull()).isTrue();
      return;
    }
    assertThat(millis(json, "p50")).isCloseTo(expected.p50(), within(TOLERANCE));
    assertThat(millis(json, "p95")).isCloseTo(expected.p95(), within(TOLERANCE));
    assertThat(millis(json, "max")).isCloseTo(expected.max(), within(TOLERANCE));
  }

  private static double millis(JsonNode node, String field) {
    assertThat(node.path(field).isNumber()).as("%s of %s", field, node).isTrue();
    return node.get(field).asDouble();
  }

  private static int sample(double millis) {
    return (int) Math.round(millis * RATE / 1_000);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
