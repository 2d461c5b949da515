package dev.parley.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SendScheduleTest {

  private static final long MILLI = 1_000_000;

  @Test
  void sends_areSpreadEvenlyOverThePeriod() {
    SendSchedule schedule = new SendSchedule(1_000, 20 * MILLI, 4);
    assertThat(schedule.due(0)).isEqualTo(1_000);
    assertThat(schedule.due(1)).isEqualTo(1_000 + 5 * MILLI);
    assertThat(schedule.due(3)).isEqualTo(1_000 + 15 * MILLI);
    assertThat(schedule.due(4)).isEqualTo(1_000 + 20 * MILLI);
    assertThat(schedule.session(5)).isEqualTo(1);
    assertThat(schedule.frame(5)).isEqualTo(1);
    assertThat(schedule.due(1, 1)).isEqualTo(schedule.due(5));
  }

  @Test
  void anHour_doesNotDrift() {
    SendSchedule schedule = new SendSchedule(0, 20 * MILLI, 7); // 20 ms are not divisible by 7
    long frames = 3_600 * 50;
    for (int session = 0; session < 7; session++) {
      assertThat(schedule.due(session, frames) - schedule.due(session, 0))
          .isEqualTo(frames * 20 * MILLI);
    }
  }

  @Test
  void beforeTheStart_nothingIsDue() {
    assertThat(new SendSchedule(1_000, 20 * MILLI, 4).dueBy(999)).isZero();
    assertThat(new SendSchedule(1_000, 20 * MILLI, 4).dueBy(1_000)).isEqualTo(1);
  }

  @Property
  void dueBy_countsExactlyTheSendsWhoseTimeHasCome(
      @ForAll @IntRange(min = 1, max = 700) int sessions,
      @ForAll @LongRange(min = 1, max = 50_000_000) long period,
      @ForAll @LongRange(min = -5, max = 10_000_000_000L) long elapsed) {
    SendSchedule schedule = new SendSchedule(77, Math.max(period, sessions), sessions);
    long due = schedule.dueBy(77 + elapsed);
    assertThat(schedule.due(due)).isGreaterThan(77 + elapsed);
    if (due > 0) {
      assertThat(schedule.due(due - 1)).isLessThanOrEqualTo(77 + elapsed);
    }
  }

  @Test
  void noSessions_areRefused() {
    assertThatThrownBy(() -> new SendSchedule(0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
