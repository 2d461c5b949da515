package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.Part;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Command;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.twilio.door.KeySettings;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimFaults;
import dev.parley.twilio.sim.SimScript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that a caller presses. */
class KeysTest {

  private static final SimScript SILENT =
      SimScript.says(Phone.voice(0, 0, 10_000, 10_001)).hangsUpAt(Duration.ofSeconds(9));

  private final Eavesdropper model = new Eavesdropper(Phone.model(Duration.ofSeconds(3)));

  private static String text(Command.AddItem added) {
    return ((Part.Text) ((Item.Message) added.item()).parts().getFirst()).text();
  }

  @Test
  void keys_reachTheModelInTheirPlace_andAreToldAfterAPause() {
    Phone.Run run =
        new Phone(model)
            .run(SILENT.presses(Duration.ofSeconds(1), '4').presses(Duration.ofMillis(1_800), '2'));
    List<Signal.Dtmf> keys = model.heard(Signal.Dtmf.class);
    assertThat(keys).extracting(Signal.Dtmf::key).containsExactly('4', '2');
    assertThat(keys.getFirst().at().millis()).isBetween(980.0, 1_020.0);
    assertThat(model.commands(Command.AddItem.class))
        .extracting(KeysTest::text)
        .containsExactly("The caller pressed these telephone keys: 4 2");
    assertThat(run.telemetry().times(CallEvent.ReplyAsked.class))
        .containsExactly(Duration.ofMillis(1_800 + 1_500));
    assertThat(run.summary().keys()).isEqualTo(2);
  }

  @Test
  void hash_tellsThemAtOnce() {
    Phone.Run run =
        new Phone(model)
            .run(SILENT.presses(Duration.ofSeconds(1), '7').presses(Duration.ofMillis(1_500), '#'));
    assertThat(run.telemetry().times(CallEvent.ReplyAsked.class))
        .containsExactly(Duration.ofMillis(1_500));
  }

  @Test
  void keysIntoAReply_cutIt() {
    Phone.Run run =
        new Phone(model)
            .agent(agent -> agent.withGreeting(new Greeting.Reply()))
            .run(SILENT.presses(Duration.ofMillis(1_500), '#'));
    assertThat(run.stream().events(SimEvent.Clear.class)).hasSize(1);
    assertThat(run.summary().cuts()).isEqualTo(1);
    assertThat(run.telemetry().events(CallEvent.ReplyAsked.class)).hasSize(2);
    assertThat(run.telemetry().events(CallEvent.Drained.class)).hasSize(1);
  }

  @Test
  void signalOnly_tellsNothingInWords() {
    new Phone(model)
        .settings(settings -> settings.withLine(settings.line().withKeys(KeySettings.signalOnly())))
        .run(SILENT.presses(Duration.ofSeconds(1), '4'));
    assertThat(model.heard(Signal.Dtmf.class)).hasSize(1);
    assertThat(model.commands(Command.AddItem.class)).isEmpty();
  }

  @Test
  void keyThatArrivesTwice_countsOnce() {
    new Phone(model)
        .run(
            SILENT
                .presses(Duration.ofSeconds(1), '4')
                .withFaults(SimFaults.none().withDuplicate(1)));
    assertThat(model.heard(Signal.Dtmf.class)).hasSize(1);
  }
}
