package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.model.Command;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimFaults;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The caller speaks into a reply. The first one begins at about 2.2 s and lasts 4 s. */
class BargeInTest {

  private static final Duration REPLY = Duration.ofSeconds(4);

  private static SimScript interrupting(int onset) {
    return SimScript.says(Phone.voice(500, 1_500, onset, onset + 1_000))
        .hangsUpAt(Duration.ofSeconds(14));
  }

  /** From the onset to {@code clear}, in audio time; and what was heard is what the model knows. */
  @Property(tries = 20)
  void bargeIn_clearsAtOnce_andTheModelRemembersWhatWasHeard(
      @ForAll @IntRange(min = 2_700, max = 5_500) int onset) {
    Eavesdropper model = new Eavesdropper(Phone.model(REPLY));
    Phone.Run run = new Phone(model).run(interrupting(onset));
    SimReport stream = run.stream();
    assertThat(stream.events(SimEvent.Clear.class)).hasSize(1);
    SimEvent.Clear clear = stream.events(SimEvent.Clear.class).getFirst();
    assertThat(clear.at().toMillis() - onset).isBetween(0L, 175L);
    assertThat(clear.samples()).as("the lead was thrown away").isPositive();
    long played = clear.at().minus(stream.events(SimEvent.Media.class).getFirst().at()).toMillis();
    List<Heard> heard =
        run.telemetry().events(CallEvent.HeardOf.class).stream()
            .map(CallEvent.HeardOf::heard)
            .toList();
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().basis()).isEqualTo(Heard.Basis.ACKED);
    assertThat(Math.round(heard.getFirst().until().millis())).isBetween(played - 125, played + 20);
    assertThat(model.commands(Command.Truncate.class))
        .containsExactly(new Command.Truncate(heard.getFirst()));
    assertThat(run.summary().cuts()).isEqualTo(1);
    assertThat(run.summary().clears()).isEqualTo(1);
  }

  @Test
  void nothingOfTheOldReply_followsTheClear() {
    SimReport stream = Phone.answering(REPLY).run(interrupting(3_500)).stream();
    Duration cleared = stream.events(SimEvent.Clear.class).getFirst().at();
    List<SimEvent.Media> after =
        stream.events(SimEvent.Media.class).stream()
            .filter(media -> media.at().compareTo(cleared) >= 0)
            .skip(
                stream.events(SimEvent.Media.class).stream()
                    .filter(media -> media.at().equals(cleared))
                    .count())
            .toList();
    assertThat(after.getFirst().at())
        .as("the next audio is the answer to the second turn")
        .isGreaterThan(Duration.ofMillis(4_500));
    int from = (int) cleared.toMillis() * 8 + 160;
    for (int i = from; i < 4_500 * 8; i++) {
      assertThat(stream.agent().at(i)).isZero();
    }
    int clear = stream.events().indexOf(stream.events(SimEvent.Clear.class).getFirst());
    assertThat(stream.events().get(clear + 1))
        .as("the fence stands right behind the clear")
        .isInstanceOf(SimEvent.Mark.class);
    assertThat(stream.events().get(clear + 2).at()).isGreaterThan(Duration.ofMillis(4_500));
  }

  @Test
  void marksThatComeBackBecauseOfTheClear_wereNotHeard() {
    Phone.Run run = Phone.answering(REPLY).run(interrupting(3_500));
    assertThat(run.stream().thrown()).isBetween(2L, 4L);
    assertThat(run.summary().marksBack()).isEqualTo(run.summary().marksSent());
    long thrown = run.stream().events(SimEvent.Clear.class).getFirst().samples();
    Duration heard = run.summary().heard();
    assertThat(heard).isLessThanOrEqualTo(run.summary().spoken().minusMillis(thrown / 8));
  }

  @Test
  void farEndThatAnswersNoMore_leavesWhatWasHeardToTheClock() {
    List<CallHandle> calls = new ArrayList<>();
    Phone.Run run =
        Phone.answering(REPLY)
            .agent(agent -> agent.withBegun(calls::add))
            .at(Duration.ofMillis(3_600), house -> calls.getFirst().cancel())
            .at(Duration.ofSeconds(6), house -> calls.getFirst().hangUp())
            .run(
                interrupting(9_000)
                    .withFaults(SimFaults.none().withSilentAt(Duration.ofMillis(3_400))));
    assertThat(run.telemetry().events(CallEvent.HeardOf.class))
        .extracting(heard -> heard.heard().basis())
        .containsExactly(Heard.Basis.ASSUMED);
  }
}
