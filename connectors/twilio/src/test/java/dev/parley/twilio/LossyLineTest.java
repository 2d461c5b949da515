package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.twilio.sim.SimFaults;
import dev.parley.twilio.sim.SimScript;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Messages from Twilio that are lost, doubled or late. */
class LossyLineTest {

  private static final SimScript QUESTION =
      SimScript.says(Phone.voice(500, 1_500)).hangsUpAt(Duration.ofSeconds(7));

  private Eavesdropper model = new Eavesdropper(Phone.model(Duration.ofSeconds(1)));

  private Phone.Run run(SimFaults faults) {
    model = new Eavesdropper(Phone.model(Duration.ofSeconds(2)));
    return new Phone(model).run(QUESTION.withFaults(faults));
  }

  /**
   * What the model hears is unbroken: each frame begins where the one before ended. It may begin
   * late.
   */
  private void assertUnbroken() {
    long next = model.heard(Captured.class).getFirst().position().sample();
    for (Inbound frame : model.heard) {
      if (frame instanceof Captured audio) {
        assertThat(audio.position().sample()).isEqualTo(next);
        next = audio.end().sample();
      } else if (frame instanceof Gap gap) {
        assertThat(gap.position().sample()).isEqualTo(next);
        next = gap.end().sample();
      }
    }
  }

  @Test
  void duplicates_areDropped() {
    Phone.Run run = run(SimFaults.none().withDuplicate(1));
    assertThat(run.summary().duplicates()).isGreaterThan(300);
    assertThat(run.summary().gaps()).isZero();
    assertThat(run.summary().turns()).isEqualTo(1);
    assertUnbroken();
  }

  @Test
  void messagesOutOfOrder_areMended() {
    Phone.Run run = run(SimFaults.none().withReorder(0.3));
    assertThat(run.summary().gaps()).isZero();
    assertThat(run.summary().missing()).isZero();
    assertThat(run.summary().duplicates()).isZero();
    assertThat(model.heard(Gap.class)).isEmpty();
    assertUnbroken();
  }

  @Test
  void lostMessages_becomeGaps() {
    Phone.Run run = run(SimFaults.none().withDrop(0.05));
    assertThat(run.summary().gaps()).isPositive();
    assertThat(run.summary().missing()).isPositive();
    assertThat(run.summary().lost()).isLessThan(Duration.ofSeconds(1));
    assertThat(run.summary().turns()).isEqualTo(1);
    assertUnbroken();
  }

  @Property(tries = 20)
  void anyMixture_leavesTheAudioUnbroken(@ForAll long seed) {
    Phone.Run run =
        run(SimFaults.none().withDrop(0.1).withDuplicate(0.1).withReorder(0.2).withSeed(seed));
    assertUnbroken();
    assertThat(run.summary().failed()).isFalse();
    assertThat(run.summary().lasted()).isGreaterThan(Duration.ofSeconds(6));
  }
}
