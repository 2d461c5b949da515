package dev.parley.prometheus;

import static dev.parley.prometheus.Scraped.moved;
import static dev.parley.prometheus.Story.FIRST;
import static dev.parley.prometheus.Story.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import org.junit.jupiter.api.Test;

class BargeInsTest {

  private static final String SILENCE = "parley_barge_in_silence_seconds";
  private static final String STAGE = "parley_barge_in_stage_seconds";
  private static final String KIND = "parley_interruptions_total";

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());
  private final Story call = new Story(metrics, "call-1").opened().speaks(1000, FIRST);

  @Test
  void bargeIn_isSplitByStage() {
    call.speech(5000, 4700, 4800)
        .cut(5002, 5005, CutReason.BARGE_IN, FIRST)
        .stopped(5012, FIRST)
        .flushed(5022, FIRST);

    assertThat(moved(metrics, STAGE))
        .containsExactly(
            "barge_in_stage_seconds_count{stage=\"cancel\"} 1",
            "barge_in_stage_seconds_sum{stage=\"cancel\"} 0.01",
            "barge_in_stage_seconds_count{stage=\"cut\"} 1",
            "barge_in_stage_seconds_sum{stage=\"cut\"} 0.003",
            "barge_in_stage_seconds_count{stage=\"decide\"} 1",
            "barge_in_stage_seconds_sum{stage=\"decide\"} 0.002",
            "barge_in_stage_seconds_count{stage=\"detect\"} 1",
            "barge_in_stage_seconds_sum{stage=\"detect\"} 0.1",
            "barge_in_stage_seconds_count{stage=\"flush\"} 1",
            "barge_in_stage_seconds_sum{stage=\"flush\"} 0.02");
    assertThat(moved(metrics, SILENCE))
        .containsExactly("barge_in_silence_seconds_count 1", "barge_in_silence_seconds_sum 0.122");
  }

  @Test
  void modelAndDoor_thatAnswerBeforeTheCutIsKnown_areCounted() {
    call.speech(5000, 4700, 4800)
        .stopped(5001, FIRST)
        .flushed(5004, FIRST)
        .cut(5002, 5005, CutReason.BARGE_IN, FIRST);

    assertThat(moved(metrics, STAGE))
        .contains(
            "barge_in_stage_seconds_count{stage=\"cancel\"} 1",
            "barge_in_stage_seconds_sum{stage=\"flush\"} 0.002");
    assertThat(moved(metrics, SILENCE)).contains("barge_in_silence_seconds_sum 0.104");
    assertThat(moved(metrics, "parley_clamped_spans_total")).isEmpty();
  }

  @Test
  void door_thatTellsOfNoFlush_isSilentWithTheCut() {
    call.speech(5000, 4700, 4800).cut(5002, 5005, CutReason.BARGE_IN, FIRST);
    assertThat(moved(metrics, SILENCE)).isEmpty();

    call.asked(7000, SECOND);
    assertThat(moved(metrics, SILENCE))
        .containsExactly("barge_in_silence_seconds_count 1", "barge_in_silence_seconds_sum 0.105");

    call.flushed(7100, FIRST);
    assertThat(moved(metrics, SILENCE)).contains("barge_in_silence_seconds_count 1");
  }

  @Test
  void lanes_thatAreCutApart_areOneInterruption() {
    Epoch say = new Epoch(Epoch.Lane.SAY, 1);
    call.speaks(2000, say)
        .speech(5000, 4700, 4800)
        .cut(5001, 5002, CutReason.BARGE_IN, FIRST)
        .cut(5001, 5003, CutReason.BARGE_IN, say)
        .silence(6000, 5600, 5800);

    assertThat(moved(metrics, KIND)).containsExactly("interruptions_total{kind=\"true\"} 1.0");
    assertThat(moved(metrics, STAGE)).contains("barge_in_stage_seconds_count{stage=\"cut\"} 1");
  }

  @Test
  void speech_of300Millis_isTrue_andShorterIsFalse() {
    call.speech(5000, 4700, 4800)
        .cut(5001, 5002, CutReason.BARGE_IN, FIRST)
        .silence(5400, 5000, 5200);
    assertThat(moved(metrics, KIND)).containsExactly("interruptions_total{kind=\"true\"} 1.0");

    call.speaks(7000, SECOND)
        .speech(8000, 7700, 7800)
        .cut(8001, 8002, CutReason.BARGE_IN, SECOND)
        .silence(8400, 7999, 8200);
    assertThat(moved(metrics, KIND))
        .containsExactly(
            "interruptions_total{kind=\"false\"} 1.0", "interruptions_total{kind=\"true\"} 1.0");
  }

  @Test
  void shortSpeech_thatIsOverBeforeTheCutIsKnown_isFalse() {
    call.speech(5000, 4700, 4800)
        .silence(5001, 4780, 4801)
        .cut(5000, 5002, CutReason.BARGE_IN, FIRST);

    assertThat(moved(metrics, KIND)).containsExactly("interruptions_total{kind=\"false\"} 1.0");
  }

  @Test
  void speech_thatOutlivesTheCall_isTrue() {
    call.speech(5000, 4700, 4800).cut(5001, 5002, CutReason.BARGE_IN, FIRST).closed(5100);

    assertThat(moved(metrics, KIND)).containsExactly("interruptions_total{kind=\"true\"} 1.0");
    assertThat(moved(metrics, SILENCE)).contains("barge_in_silence_seconds_sum 0.102");
  }

  @Test
  void hold_thatEndsWithSilence_isResumed() {
    call.speech(5000, 4700, 4800).held(5001, true).silence(5200, 4850, 5000).held(5200, false);

    assertThat(moved(metrics, KIND)).containsExactly("interruptions_total{kind=\"resumed\"} 1.0");
    assertThat(moved(metrics, STAGE)).isEmpty();
  }

  @Test
  void hold_thatEndsWithACut_isOneTrueInterruption() {
    call.speech(5000, 4700, 4800)
        .held(5001, true)
        .held(5401, false)
        .cut(5401, 5402, CutReason.BARGE_IN, FIRST)
        .silence(7000, 6500, 6800);

    assertThat(moved(metrics, KIND)).containsExactly("interruptions_total{kind=\"true\"} 1.0");
    assertThat(moved(metrics, STAGE))
        .contains("barge_in_stage_seconds_sum{stage=\"decide\"} 0.401");
  }

  @Test
  void cut_ofWhatNobodyHeard_isNoInterruption() {
    call.asked(3000, SECOND)
        .started(3000, SECOND)
        .speech(5000, 4700, 4800)
        .cut(5001, 5002, CutReason.BARGE_IN, SECOND)
        .closed(6000);

    assertThat(moved(metrics, KIND)).isEmpty();
    assertThat(moved(metrics, STAGE)).isEmpty();
  }

  @Test
  void cut_thatTheClientWanted_isNoInterruption() {
    call.cut(5001, 5002, CutReason.CANCELLED, FIRST).closed(6000);

    assertThat(moved(metrics, KIND)).isEmpty();
    assertThat(moved(metrics, SILENCE)).isEmpty();
  }
}
