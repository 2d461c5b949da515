package dev.parley.prometheus;

import static dev.parley.prometheus.Scraped.moved;
import static dev.parley.prometheus.Story.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Depths;
import org.junit.jupiter.api.Test;

class CallCountsTest {

  private final Metrics metrics = new Metrics(MetricsSettings.defaults());
  private final Story call = new Story(metrics, "call-1");

  @Test
  void call_thatEndsWell_isCounted() {
    call.opened();
    assertThat(moved(metrics)).containsExactly("sessions_open 1.0", "sessions_opened_total 1.0");

    call.closed(2500);
    assertThat(moved(metrics))
        .containsExactly(
            "session_duration_seconds_count 1",
            "session_duration_seconds_sum 2.5",
            "sessions_closed_total{outcome=\"completed\"} 1.0",
            "sessions_opened_total 1.0");
  }

  @Test
  void call_whoseLastWordIsAFailure_hasFailed() {
    call.opened()
        .at(2000, new CallEvent.Failed("scripted", "could not go on"))
        .stopped(2001, FIRST)
        .closed(2500);

    assertThat(moved(metrics))
        .contains(
            "session_faults_total{where=\"scripted\"} 1.0",
            "sessions_closed_total{outcome=\"failed\"} 1.0",
            "sessions_failed_total{where=\"scripted\"} 1.0");
  }

  @Test
  void call_thatSurvivesAFault_endsWell() {
    call.opened().at(2000, new CallEvent.Failed("scripted", "a hiccup")).speaks(3000, FIRST);
    call.closed(4000);

    assertThat(moved(metrics))
        .contains(
            "session_faults_total{where=\"scripted\"} 1.0",
            "sessions_closed_total{outcome=\"completed\"} 1.0")
        .noneMatch(line -> line.startsWith("sessions_failed_total"));
  }

  @Test
  void end_thatIsToldTwice_orOfNobody_isCountedOnce() {
    call.opened().closed(1000).closed(1001);
    new Story(metrics, "nobody").closed(5);

    assertThat(moved(metrics, "parley_sessions_closed_total"))
        .containsExactly("sessions_closed_total{outcome=\"completed\"} 1.0");
  }

  @Test
  void call_whoseEndNeverComes_isForgotten_theOldestFirst() {
    Metrics few = new Metrics(MetricsSettings.defaults().withMostCalls(2));
    Story first = new Story(few, "call-1").opened();
    Story second = new Story(few, "call-2").opened();
    Story third = new Story(few, "call-3").opened();
    first.closed(1000);
    second.closed(2000);
    third.closed(4000);

    assertThat(moved(few))
        .containsExactly(
            "session_duration_seconds_count 2",
            "session_duration_seconds_sum 6.0",
            "sessions_closed_total{outcome=\"completed\"} 2.0",
            "sessions_forgotten_total 1.0",
            "sessions_opened_total 3.0");
  }

  @Test
  void tenThousandCallsWithoutAnEnd_leaveNoMoreThanTheBound() {
    Metrics few = new Metrics(MetricsSettings.defaults().withMostCalls(5));
    for (int i = 0; i < 10_000; i++) {
      new Story(few, "call-" + i).opened();
    }

    assertThat(moved(few))
        .containsExactly(
            "sessions_forgotten_total 9995.0",
            "sessions_open 5.0",
            "sessions_opened_total 10000.0");
  }

  @Test
  void nameThatIsUsedAgain_isANewCall() {
    call.opened().opened().closed(1000);

    assertThat(moved(metrics))
        .contains("sessions_forgotten_total 1.0", "sessions_opened_total 2.0")
        .noneMatch(line -> line.startsWith("sessions_open "));
  }

  @Test
  void turnsAndReplies_areCountedByOutcome() {
    Epoch side = new Epoch(Epoch.Lane.SIDE, 1);
    call.opened()
        .turn(1500, 0, 1000, 1500)
        .over(2000, FIRST, Outcome.COMPLETED)
        .over(2000, side, Outcome.CUT)
        .over(2000, Story.SECOND, Outcome.COMPLETED);

    assertThat(moved(metrics, "parley_turns_total")).containsExactly("turns_total 1.0");
    assertThat(moved(metrics, "parley_replies_total"))
        .containsExactly(
            "replies_total{lane=\"main\",outcome=\"completed\"} 2.0",
            "replies_total{lane=\"side\",outcome=\"cut\"} 1.0");
  }

  @Test
  void tools_areCountedByOutcome_withoutTheirNames() {
    call.opened()
        .at(1000, new CallEvent.ToolCalled(FIRST, "fc_1", "weather", "{}"))
        .at(1000, new CallEvent.ToolCalled(FIRST, "fc_1", "weather", "{}"))
        .at(1000, new CallEvent.ToolCalled(FIRST, "fc_2", "weather", "{}"))
        .at(1000, new CallEvent.ToolCalled(FIRST, "fc_3", "weather", "{}"))
        .at(1250, new CallEvent.ToolReturned("fc_1", "{\"sun\":true}"))
        .at(1500, new CallEvent.ToolReturned("fc_2", "{\"error\":\"no such place\"}"))
        .at(1600, new CallEvent.ToolReturned("fc_2", "{}"))
        .at(1600, new CallEvent.ToolReturned("fc_9", "{}"))
        .closed(2000);

    assertThat(moved(metrics, "parley_tool_calls_total"))
        .containsExactly(
            "tool_calls_total{outcome=\"failed\"} 1.0",
            "tool_calls_total{outcome=\"returned\"} 1.0",
            "tool_calls_total{outcome=\"unanswered\"} 1.0");
    assertThat(moved(metrics, "parley_tool_call_duration_seconds"))
        .containsExactly(
            "tool_call_duration_seconds_count 2", "tool_call_duration_seconds_sum 0.75");
  }

  @Test
  void drops_errorsAndRefusals_areCounted_evenOfACallThatIsNotKnown() {
    call.at(1, new CallEvent.Dropped("playout.cut", 12))
        .at(2, new CallEvent.Dropped("playout.cut", 3))
        .at(3, new CallEvent.Dropped("browser.in", 0))
        .at(4, new CallEvent.Complained("invalid_value"))
        .at(5, new CallEvent.Refused("there is no such reply to cancel"));

    assertThat(moved(metrics))
        .containsExactly(
            "dropped_frames_total{edge=\"playout.cut\"} 15.0",
            "errors_told_total{code=\"invalid_value\"} 1.0",
            "requests_refused_total 1.0");
  }

  @Test
  void codesBeyondTheBound_areOther() {
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        call.at(1, new CallEvent.Complained("code_" + a + b));
      }
    }

    assertThat(moved(metrics, "parley_errors_told_total"))
        .hasSize(65)
        .contains("errors_told_total{code=\"other\"} 612.0");
  }

  @Test
  void queues_areReadWhenScraped_overAllOpenCalls() {
    Depths one = new Depths();
    Depths other = new Depths();
    new Story(metrics, "call-1").at(0, new CallEvent.Opened(one));
    Story two = new Story(metrics, "call-2").at(0, new CallEvent.Opened(other));
    one.of("playout").set(24_000, 24_000);
    other.of("playout").set(12_000, 24_000);
    other.of("browser.in").set(8_000, 16_000);

    assertThat(moved(metrics))
        .contains(
            "queue_seconds{edge=\"playout\"} 1.5",
            "queue_max_seconds{edge=\"playout\"} 1.0",
            "queue_seconds{edge=\"browser.in\"} 0.5");

    two.closed(1000);
    assertThat(Scraped.text(metrics))
        .contains("parley_queue_seconds{edge=\"browser.in\"} 0.0\n")
        .contains("parley_queue_seconds{edge=\"playout\"} 1.0\n");
  }
}
