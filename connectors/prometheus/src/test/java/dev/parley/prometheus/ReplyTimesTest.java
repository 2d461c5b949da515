package dev.parley.prometheus;

import static dev.parley.prometheus.Scraped.moved;
import static dev.parley.prometheus.Story.FIRST;
import static dev.parley.prometheus.Story.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.telemetry.CallEvent;
import org.junit.jupiter.api.Test;

class ReplyTimesTest {

  private static final String LATENCY = "parley_reply_latency_seconds";
  private static final String STAGE = "parley_reply_stage_seconds";

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());
  private final Story call = new Story(metrics, "call-1").opened();

  @Test
  void reply_toATurn_isSplitByStage() {
    // The audio began at 100: what is heard at 1000 was said at 1100.
    call.speech(1200, 900, 1100)
        .silence(2300, 2000, 2200)
        .turn(2600, 900, 2000, 2500)
        .asked(2610, FIRST)
        .started(2860, FIRST)
        .audio(2900, FIRST);

    assertThat(moved(metrics, LATENCY))
        .containsExactly("reply_latency_seconds_count 1", "reply_latency_seconds_sum 0.8");
    assertThat(moved(metrics, STAGE))
        .containsExactly(
            "reply_stage_seconds_count{stage=\"decide\"} 1",
            "reply_stage_seconds_sum{stage=\"decide\"} 0.01",
            "reply_stage_seconds_count{stage=\"detect\"} 1",
            "reply_stage_seconds_sum{stage=\"detect\"} 0.5",
            "reply_stage_seconds_count{stage=\"model\"} 1",
            "reply_stage_seconds_sum{stage=\"model\"} 0.25",
            "reply_stage_seconds_count{stage=\"playout\"} 1",
            "reply_stage_seconds_sum{stage=\"playout\"} 0.04");
  }

  @Test
  void latency_isTold_whenTheFirstAudioLeaves_notAtTheEnd() {
    call.speech(200, 0, 200).turn(1500, 0, 1000, 1500).asked(1500, FIRST).started(1600, FIRST);
    assertThat(moved(metrics, LATENCY)).isEmpty();

    call.audio(1700, FIRST);
    assertThat(moved(metrics, LATENCY))
        .containsExactly("reply_latency_seconds_count 1", "reply_latency_seconds_sum 0.7");
  }

  @Test
  void latency_fallsIntoItsBuckets() {
    call.turn(1500, 0, 1000, 1500).speaks(1760, FIRST);

    assertThat(Scraped.text(metrics).lines().filter(line -> line.startsWith(LATENCY + "_bucket")))
        .contains(
            LATENCY + "_bucket{le=\"0.75\"} 0",
            LATENCY + "_bucket{le=\"1.0\"} 1",
            LATENCY + "_bucket{le=\"+Inf\"} 1")
        .hasSize(21);
  }

  @Test
  void lag_thatGrowsWithinASpeech_isPartOfDetect() {
    call.speech(200, 0, 200).turn(1900, 0, 1000, 1500).speaks(1900, FIRST);

    assertThat(moved(metrics, STAGE)).contains("reply_stage_seconds_sum{stage=\"detect\"} 0.9");
  }

  @Test
  void microphone_thatWasOffForAMinute_addsNothing() {
    call.speech(200, 0, 200).turn(1500, 0, 1000, 1500).speaks(1500, FIRST);
    call.over(3000, FIRST, Outcome.COMPLETED);
    call.speech(61_700, 1600, 1700).turn(62_500, 1600, 2000, 2500).speaks(62_500, SECOND);

    assertThat(moved(metrics, LATENCY))
        .containsExactly("reply_latency_seconds_count 2", "reply_latency_seconds_sum 1.0");
  }

  @Test
  void reply_afterATool_countsTheToolsApart() {
    call.turn(1500, 0, 1000, 1500)
        .asked(1510, FIRST)
        .started(1600, FIRST)
        .at(1600, new CallEvent.ToolCalled(FIRST, "fc_1", "weather", "{}"))
        .over(1600, FIRST, Outcome.COMPLETED)
        .at(1900, new CallEvent.ToolReturned("fc_1", "{}"))
        .asked(1910, SECOND)
        .started(2010, SECOND)
        .audio(2030, SECOND);

    assertThat(moved(metrics, LATENCY)).contains("reply_latency_seconds_sum 1.03");
    assertThat(moved(metrics, STAGE))
        .contains(
            "reply_stage_seconds_sum{stage=\"detect\"} 0.5",
            "reply_stage_seconds_sum{stage=\"decide\"} 0.01",
            "reply_stage_seconds_sum{stage=\"tools\"} 0.4",
            "reply_stage_seconds_sum{stage=\"model\"} 0.1",
            "reply_stage_seconds_sum{stage=\"playout\"} 0.02");
  }

  @Test
  void reply_toText_hasAModelAndAPlayoutOnly() {
    call.asked(1000, FIRST).started(1200, FIRST).audio(1300, FIRST);

    assertThat(moved(metrics, LATENCY)).isEmpty();
    assertThat(moved(metrics, STAGE))
        .containsExactly(
            "reply_stage_seconds_count{stage=\"model\"} 1",
            "reply_stage_seconds_sum{stage=\"model\"} 0.2",
            "reply_stage_seconds_count{stage=\"playout\"} 1",
            "reply_stage_seconds_sum{stage=\"playout\"} 0.1");
  }

  @Test
  void reply_thatIsNotHeard_doesNotLeaveItsTurnToTheNext() {
    call.turn(1500, 0, 1000, 1500).asked(1500, FIRST).started(1600, FIRST);
    call.over(1700, FIRST, Outcome.FAILED).speaks(9000, SECOND);

    assertThat(moved(metrics, LATENCY)).isEmpty();
  }

  @Test
  void secondReply_afterOneTurn_isNoAnswerToIt() {
    call.turn(1500, 0, 1000, 1500).speaks(1500, FIRST).speaks(4000, SECOND);

    assertThat(moved(metrics, LATENCY)).contains("reply_latency_seconds_count 1");
  }

  @Test
  void reply_askedForTooLate_isNoAnswer() {
    call.turn(1500, 0, 1000, 1500).speaks(61_501, FIRST);

    assertThat(moved(metrics, LATENCY)).isEmpty();
  }

  @Test
  void oldReply_thatEndsWhileTheNextIsMade_takesNothingFromIt() {
    call.turn(1500, 0, 1000, 1500).speaks(1500, FIRST);
    call.turn(2500, 2000, 2200, 2500).asked(2500, SECOND).started(2600, SECOND);
    call.over(2650, FIRST, Outcome.COMPLETED).audio(2700, SECOND);

    assertThat(moved(metrics, LATENCY))
        .containsExactly("reply_latency_seconds_count 2", "reply_latency_seconds_sum 1.0");
  }

  @Test
  void oldReply_thatEndsWhileToolsRun_takesNothingFromTheNext() {
    call.turn(1500, 0, 1000, 1500).speaks(1500, FIRST);
    call.turn(2500, 2000, 2200, 2500)
        .asked(2500, SECOND)
        .at(2550, new CallEvent.ToolCalled(SECOND, "fc_1", "weather", "{}"))
        .over(2560, SECOND, Outcome.COMPLETED)
        .over(2600, FIRST, Outcome.COMPLETED)
        .speaks(2700, Story.main(3));

    assertThat(moved(metrics, LATENCY))
        .containsExactly("reply_latency_seconds_count 2", "reply_latency_seconds_sum 1.0");
  }

  @Test
  void reply_thatTheModelBeganByItself_isMeasuredFromTheTurn() {
    call.turn(1500, 0, 1000, 1500).started(1900, FIRST).audio(2000, FIRST);

    assertThat(moved(metrics, STAGE))
        .contains(
            "reply_stage_seconds_sum{stage=\"detect\"} 0.5",
            "reply_stage_seconds_sum{stage=\"model\"} 0.4",
            "reply_stage_seconds_sum{stage=\"playout\"} 0.1")
        .noneMatch(line -> line.contains("decide"));
  }

  @Test
  void announcement_isNoReply() {
    Epoch say = new Epoch(Epoch.Lane.SAY, 1);
    call.turn(1500, 0, 1000, 1500).speaks(1600, say).speaks(1700, FIRST);

    assertThat(moved(metrics, LATENCY))
        .containsExactly("reply_latency_seconds_count 1", "reply_latency_seconds_sum 0.7");
  }

  @Test
  void negativeSpan_isZero_andCounted() {
    call.turn(1500, 0, 1000, 1500).asked(1490, FIRST).started(1600, FIRST).audio(1700, FIRST);

    assertThat(moved(metrics, STAGE)).contains("reply_stage_seconds_count{stage=\"decide\"} 1");
    assertThat(moved(metrics, "parley_clamped_spans_total"))
        .containsExactly("clamped_spans_total{span=\"reply_stage.decide\"} 1.0");
  }
}
