package dev.parley.prometheus;

import static dev.parley.prometheus.Scraped.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.testkit.CallRun;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import dev.parley.testkit.model.FakeModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine itself tells the events, in virtual time and in its own order. */
class WholeCallTest {

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());
  private final RecordingTelemetry told = new RecordingTelemetry();

  @Test
  void bargeIn_inARealCall_isMeasuredWhole() {
    call(
        CallerScript.at(24_000)
            .says(Duration.ofMillis(100), Duration.ofMillis(500))
            .says(Duration.ofMillis(1510), Duration.ofMillis(500))
            .hangsUpAt(Duration.ofSeconds(12)),
        FakeModel.engineTurn());

    List<String> lines = moved(metrics);
    assertThat(lines)
        .contains(
            "turns_total 2.0",
            "reply_latency_seconds_count 2",
            "reply_stage_seconds_count{stage=\"playout\"} 2",
            "barge_in_silence_seconds_count 1",
            "barge_in_stage_seconds_count{stage=\"cut\"} 1",
            "interruptions_total{kind=\"true\"} 1.0",
            "replies_total{lane=\"main\",outcome=\"completed\"} 1.0",
            "replies_total{lane=\"main\",outcome=\"cut\"} 1.0",
            "sessions_closed_total{outcome=\"completed\"} 1.0")
        .noneMatch(line -> line.startsWith("clamped") || line.startsWith("sessions_open "));
    Duration last = told.times(CallEvent.Closed.class).getFirst();
    assertThat(lines).contains("session_duration_seconds_sum " + last.toNanos() / 1e9);
  }

  @Test
  void model_thatIsStillAtIt_isTimedUntilItStops() {
    call(
        CallerScript.at(24_000)
            .says(Duration.ofMillis(100), Duration.ofMillis(500))
            .says(Duration.ofMillis(1510), Duration.ofMillis(500))
            .hangsUpAt(Duration.ofSeconds(3)),
        FakeModel.engineTurn().withReply(Duration.ofSeconds(60)));

    assertThat(moved(metrics))
        .contains("barge_in_stage_seconds_count{stage=\"cancel\"} 1")
        .noneMatch(line -> line.startsWith("clamped"));
  }

  @Test
  void latency_isWhatTheEventsSay_andItsStagesAddUp() {
    call(
        CallerScript.at(24_000)
            .says(Duration.ofMillis(100), Duration.ofMillis(500))
            .hangsUpAt(Duration.ofSeconds(6)),
        FakeModel.engineTurn());

    double total = sum("reply_latency_seconds");
    double stages = sum("reply_stage_seconds");
    assertThat(stages).isCloseTo(total, within(1e-6));
    double heard = told.times(CallEvent.FirstAudio.class).getFirst().toNanos() / 1e9;
    assertThat(total) // the caller fell silent at 0.6 s; how well that is heard is the detector's
        .isCloseTo(heard - 0.6, within(0.06));
  }

  private void call(CallerScript script, FakeModel model) {
    ScriptedCaller caller = new ScriptedCaller(script);
    CallRun.of(
            Pipeline.call("call")
                .from(caller)
                .to(model)
                .through(Playout.forDoor(caller))
                .back()
                .with(SessionSettings.defaults().withTelemetry(Telemetry.all(told, metrics))))
        .run();
  }

  private double sum(String histogram) {
    return moved(metrics, "parley_" + histogram).stream()
        .filter(line -> line.startsWith(histogram + "_sum"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll(".* ", "")))
        .sum();
  }
}
