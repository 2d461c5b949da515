package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.CallEvent.Parted;
import dev.parley.sockets.CloseCode;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.voice.Verb;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Turns of a telephone call. */
class TurnTest {

  private static final Duration REPLY = Duration.ofSeconds(2);
  private static final SimScript QUESTION =
      SimScript.says(Phone.voice(500, 1_500)).hangsUpAt(Duration.ofSeconds(8));

  @Test
  void spokenTurn_isAnsweredInTime_andHeardWhole() {
    Phone.Run run = Phone.answering(REPLY).run(QUESTION);
    SimReport stream = run.stream();
    Duration first = stream.events(SimEvent.Media.class).getFirst().at();
    assertThat(first).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_600));
    assertThat(samples(stream)).isEqualTo(16_000);
    assertThat(soundEnds(stream.agent()))
        .isBetween(first.plus(REPLY).toMillis() - 300, first.plus(REPLY).toMillis() + 40);
    assertThat(run.summary().turns()).isEqualTo(1);
    assertThat(run.summary().replies()).isEqualTo(1);
    assertThat(run.summary().heard()).isEqualTo(REPLY);
    assertThat(run.summary().spoken()).isEqualTo(REPLY);
    assertThat(run.summary().cuts()).isZero();
    assertThat(run.summary().gaps()).isZero();
  }

  @Test
  void marks_comeEach100ms_andAllOfThemBack() {
    Phone.Run run = Phone.answering(REPLY).run(QUESTION);
    assertThat(run.summary().marksSent()).isBetween(20L, 22L);
    assertThat(run.summary().marksBack()).isEqualTo(run.summary().marksSent());
    assertThat(run.stream().played()).isEqualTo(run.summary().marksSent());
    assertThat(run.stream().bad()).isZero();
  }

  @Test
  void replies_leaveNoFurtherAheadThanTheLead() {
    SimReport stream = Phone.answering(REPLY).run(QUESTION).stream();
    Duration first = stream.events(SimEvent.Media.class).getFirst().at();
    long sent = 0;
    for (SimEvent.Media media : stream.events(SimEvent.Media.class)) {
      sent += media.samples();
      long played = media.at().minus(first).toMillis() * 8;
      assertThat(sent - played).isLessThanOrEqualTo((300 + 40) * 8);
    }
  }

  @Test
  void callerHangsUp_endsTheCall() {
    Phone.Run run = Phone.answering(REPLY).run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.CALLER);
    assertThat(run.summary().failed()).isFalse();
    assertThat(run.summary().lasted()).isEqualTo(Duration.ofSeconds(8));
    assertThat(run.stream().closeCode()).isEqualTo(CloseCode.NORMAL);
    assertThat(run.stream().byServer()).isFalse();
    assertThat(run.telemetry().events(Parted.class)).hasSize(1);
    assertThat(run.telemetry().events(CallEvent.Closed.class)).hasSize(1);
    assertThat(run.result().last()).containsExactly(new Verb.Hangup());
  }

  @Test
  void theSameCall_isTheSameToTheLastSample() {
    Phone.Run one = Phone.answering(REPLY).run(QUESTION);
    Phone.Run other = Phone.answering(REPLY).run(QUESTION);
    assertThat(other.result()).isEqualTo(one.result());
    assertThat(other.telemetry().entries()).isEqualTo(one.telemetry().entries());
  }

  @Test
  void recordingOfTheFarEnd_liesSideBySide() {
    SimReport stream = Phone.answering(REPLY).run(QUESTION).stream();
    assertThat(stream.caller().count()).isEqualTo(stream.agent().count());
    assertThat(stream.lasted()).isEqualTo(Duration.ofSeconds(8));
    assertThat(stream.caller().at(500 * 8 + 20)).isNotZero();
    assertThat(stream.agent().at(500 * 8 + 20)).isZero();
  }

  @Test
  void agentSpeaksFirst_whereItGreets() {
    Phone.Run run =
        Phone.answering(REPLY)
            .agent(agent -> agent.withGreeting(new Greeting.Reply()))
            .run(SimScript.says(Samples.silence(1)).hangsUpAt(Duration.ofSeconds(4)));
    assertThat(run.stream().events(SimEvent.Media.class).getFirst().at())
        .isLessThan(Duration.ofMillis(300));
    assertThat(run.summary().heard()).isEqualTo(REPLY);
  }

  @Test
  void agentGreetsInGivenWords_whereItSays() {
    Phone.Run run =
        Phone.answering(REPLY)
            .agent(agent -> agent.withGreeting(new Greeting.Say("Good day, this is a test.")))
            .run(SimScript.says(Samples.silence(1)).hangsUpAt(Duration.ofSeconds(4)));
    assertThat(run.telemetry().events(CallEvent.Said.class))
        .extracting(CallEvent.Said::text)
        .first()
        .asString()
        .contains("Good");
  }

  private static long samples(SimReport stream) {
    return stream.events(SimEvent.Media.class).stream().mapToLong(SimEvent.Media::samples).sum();
  }

  private static long soundEnds(Samples audio) {
    int last = audio.count() - 1;
    while (audio.at(last) == 0) {
      last--;
    }
    return last / 8;
  }
}
