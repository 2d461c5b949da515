package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was understood decides how long a pause is waited out. */
class TurnEndTest {

  private static final TurnSettings WAITS = TurnSettings.of(Eagerness.MEDIUM);
  private static final String WHOLE = "order r dash six two zero a dash nine c two";

  /** How long after the end of speech the only turn of a call ended, in milliseconds. */
  private static long waited(String heard) {
    CascadeCall call =
        new CascadeCall(
            CascadeCall.humming(CascadeCall.silent(), 1_000, 2_000),
            Duration.ofSeconds(10),
            heard,
            heard);
    assertThat(call.run().failure()).isEmpty();
    assertThat(call.turns()).hasSize(1);
    Signal.TurnEnded turn = call.turns().getFirst();
    return Math.round(turn.at().millis() - turn.speechEnd().millis());
  }

  @Test
  void codeThatBreaksOff_isWaitedForAsLongAsAny_andAWholeOneIsNot() {
    assertThat(waited("order r dash six two")).isGreaterThanOrEqualTo(WAITS.maxWait().toMillis());
    assertThat(waited(WHOLE))
        .isGreaterThanOrEqualTo(WAITS.minWait().toMillis())
        .isLessThan(WAITS.minWait().toMillis() + 100);
  }

  @Test
  void codeThatGoesOn_afterAPauseLongerThanTheUsualOne_isOneTurn() {
    CascadeCall call =
        new CascadeCall(
            CascadeCall.humming(
                CascadeCall.humming(CascadeCall.silent(), 1_000, 2_000), 3_000, 4_000),
            Duration.ofSeconds(10),
            "order r dash six two",
            WHOLE);

    assertThat(call.run().failure()).isEmpty();
    assertThat(call.turns()).hasSize(1);
    assertThat(call.toolCalls).containsExactly("{\"code\":\"R-620A-9C2\"}");
  }
}
