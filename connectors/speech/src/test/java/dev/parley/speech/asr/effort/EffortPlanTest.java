package dev.parley.speech.asr.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.conversation.Effort;
import dev.parley.speech.asr.Beam;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortPlanTest {

  @Test
  void of_moreEffort_neverBuysLess() {
    EffortPlan before = EffortPlan.of(Effort.MINIMAL);
    for (Effort effort : Effort.values()) {
      EffortPlan plan = EffortPlan.of(effort);
      assertThat(plan.beam()).isGreaterThanOrEqualTo(before.beam());
      assertThat(plan.alternatives()).isGreaterThanOrEqualTo(before.alternatives());
      assertThat(plan.views()).containsAll(before.views());
      assertThat(plan.narrower() || !before.narrower()).isTrue();
      assertThat(plan.second() || !before.second()).isTrue();
      before = plan;
    }
  }

  @Test
  void isPlain_ofLittleEffort_isTrue() {
    assertThat(EffortPlan.of(Effort.MINIMAL).isPlain()).isTrue();
    assertThat(EffortPlan.of(Effort.LOW).isPlain()).isTrue();
    assertThat(EffortPlan.of(Effort.MEDIUM).isPlain()).isFalse();
  }

  @Test
  void plan_thatMakesNoSense_isRefused() {
    assertThatThrownBy(() -> EffortPlan.plain(Beam.NORMAL, 0)).hasMessageContaining("1 or more");
    assertThatThrownBy(() -> new EffortPlan(Beam.NORMAL, 1, List.of(new View(0.9)), false, false))
        .hasMessageContaining("plain one");
  }
}
