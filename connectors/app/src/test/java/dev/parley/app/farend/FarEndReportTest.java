package dev.parley.app.farend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import dev.parley.testkit.Frames;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimResult;
import dev.parley.twilio.voice.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call that is known in all its parts. */
class FarEndReportTest {

  private static final int PER_MILLI = 8;

  /** The caller speaks from 1 s to 2 s and from 4 s to 5 s; the agent from 2.5 s until 4.1 s. */
  private static SimReport stream(boolean byServer) {
    short[] caller = new short[6_000 * PER_MILLI];
    short[] agent = new short[caller.length];
    tone(1_000, 2_000, caller);
    tone(4_000, 5_000, caller);
    tone(2_500, 4_100, agent);
    return new SimReport(
        Samples.wrap(caller),
        Samples.wrap(agent),
        List.of(
            new SimEvent.Media(Duration.ofMillis(2_500), 2_000 * PER_MILLI),
            new SimEvent.Mark(Duration.ofMillis(2_500), "1"),
            new SimEvent.Clear(Duration.ofMillis(4_100), 400 * PER_MILLI)),
        /* played= */ 3,
        /* thrown= */ 2,
        /* bad= */ 0,
        /* closeCode= */ 1000,
        byServer,
        Duration.ofMillis(6_000));
  }

  private static void tone(int from, int until, short[] track) {
    Frames.tone(300, 8_000, (until - from) * PER_MILLI).copyTo(track, from * PER_MILLI);
  }

  @Test
  void figures_areThoseOfTheCall() {
    SimResult call = new SimResult("CA1", List.of(stream(false)), List.of(new Verb.Hangup()));

    assertThat(FarEndReport.lines(call, /* hungUp= */ false))
        .containsExactly(
            "",
            "call       6.0 s, ended by the caller, who hung up",
            "agent      heard 1.6 s of 2.0 s that came; 0.4 s thrown away by clear",
            "answers    500 ms from the end of speech to the first sound",
            "barge-in   1 reply was cut; 100 ms from the caller's onset to clear",
            "marks      5: 3 played, 2 thrown away",
            "then       nothing, whatever the TwiML says");
  }

  @Test
  void whatFollows_isTold_unlessTheUserHungUp() {
    List<Verb> verbs =
        List.of(
            new Verb.Say("One moment."),
            new Verb.Dial("+15551230000", Optional.empty(), Duration.ofSeconds(30)));
    SimResult call = new SimResult("CA1", List.of(stream(true)), verbs);

    assertThat(FarEndReport.lines(call, /* hungUp= */ false))
        .contains("call       6.0 s, ended by the server (close code 1000)")
        .last()
        .isEqualTo("then       say \"One moment.\", then put the caller through to +15551230000");
    assertThat(FarEndReport.lines(call, /* hungUp= */ true))
        .contains("call       6.0 s, ended by you (Ctrl-C)")
        .last()
        .isEqualTo("then       nothing, whatever the TwiML says");
  }
}
