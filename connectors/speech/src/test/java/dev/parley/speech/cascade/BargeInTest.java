package dev.parley.speech.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.telemetry.CallEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The caller speaks into an answer while a tool is at work. */
class BargeInTest {

  private static final String ORDER = "order r dash six two zero a dash nine c two";

  /** A caller who orders, and speaks up at 4 s, into "One moment please...". */
  private static CascadeCall call(int until, Duration answers, String... heard) {
    return new CascadeCall(
        CascadeCall.humming(CascadeCall.humming(CascadeCall.silent(), 1_000, 2_000), 4_000, until),
        answers,
        heard);
  }

  /** What the first reply must come to: cut soon after the caller's onset, and counted truly. */
  private static void assertCut(CascadeCall call) {
    Epoch first = call.replies().getFirst();
    Duration began = call.told.times(CallEvent.FirstAudio.class).getFirst();
    List<Duration> cuts = call.told.times(CallEvent.Interrupted.class);
    assertThat(cuts).hasSize(1);
    assertThat(cuts.getFirst()).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_300));
    assertThat(call.told.events(CallEvent.Interrupted.class).getFirst().epochs())
        .containsExactly(first);
    assertThat(call.told.events(CallEvent.HeardOf.class))
        .singleElement()
        .satisfies(
            of ->
                assertThat(of.heard().until().at(Hum.RATE).sample()).isEqualTo(call.heard(first)));
    assertThat(call.heard(first))
        .isBetween(1L, Position.samples(cuts.getFirst().minus(began), Hum.RATE) + Hum.RATE / 50);
    assertThat(call.said(first)).startsWith("One moment").doesNotContain("for you");
    assertThat(call.toolCalls).containsExactly("{\"code\":\"R-620A-9C2\"}");
  }

  /** All replies but the first, in order, as heard. */
  private static String later(CascadeCall call) {
    return call.replies().stream().skip(1).map(call::said).collect(Collectors.joining(" | "));
  }

  @Test
  void resultThatComesWhileTheCallerSpeaks_isToldInTheNextReply() {
    CascadeCall call = call(5_500, Duration.ofSeconds(5), ORDER, "help");

    assertThat(call.run().failure()).isEmpty();
    assertCut(call);
    assertThat(later(call)).containsOnlyOnce("on its way");
    assertThat(call.said(call.replies().get(1))).contains("on its way");
  }

  @Test
  void resultThatComesAfterTheCallerWasAnswered_isToldToo() {
    CascadeCall call = call(4_800, Duration.ofSeconds(15), ORDER, "help");

    assertThat(call.run().failure()).isEmpty();
    assertCut(call);
    assertThat(later(call)).containsOnlyOnce("on its way");
    assertThat(call.replies()).hasSize(3);
  }

  @Test
  void interruptionThatIsNotUnderstood_losesNothing() {
    CascadeCall call = call(4_800, Duration.ofSeconds(9), ORDER, "");

    assertThat(call.run().failure()).isEmpty();
    assertCut(call);
    assertThat(later(call)).containsOnlyOnce("on its way");
  }

  @Test
  void resultThatIsInterrupted_isToldAgain() {
    CascadeCall call =
        new CascadeCall(
            CascadeCall.humming(
                CascadeCall.humming(CascadeCall.silent(), 1_000, 2_000), 7_000, 7_600),
            Duration.ofMillis(6_500),
            ORDER,
            "");

    assertThat(call.run().failure()).isEmpty();
    assertThat(call.toolCalls).hasSize(1);
    assertThat(call.told.events(CallEvent.Interrupted.class)).hasSize(1);
    Epoch result = call.told.events(CallEvent.Interrupted.class).getFirst().epochs().getFirst();
    assertThat(call.said(result)).startsWith("Order").doesNotContain("on its way");
    assertThat(call.said(call.replies().getLast())).contains("on its way");
  }
}
