package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.voice.TransferSettings;
import dev.parley.twilio.voice.Verb;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a model does with a telephone. */
class PhoneToolsTest {

  private static final SimScript QUESTION = SimScript.says(Phone.voice(500, 1_500)).neverHangsUp();
  private static final TransferSettings PEOPLE =
      TransferSettings.none()
          .with("sales", "+15005550010")
          .with("support", "+15005550011")
          .withCallerId("+15005550099");

  private static Phone calling(String tool, String arguments) {
    return new Phone(
            new ScriptedModel(
                ScriptedSettings.defaults()
                    .withReply(Duration.ofSeconds(2))
                    .withTool(tool, arguments),
                new ToneVoice()))
        .settings(
            settings ->
                settings
                    .withVoice(settings.voice().withTransfers(PEOPLE))
                    .withTools(new ToolSettings(/* hangUp= */ true, /* pressKeys= */ true))
                    .withLine(settings.line().withSilence(Duration.ofSeconds(20))));
  }

  @Test
  void transfer_endsTheStreamBehindTheLastWords_andDials() {
    Phone.Run run = calling("transfer_to_human", "{\"to\":\"support\"}").run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.TRANSFER);
    assertThat(run.summary().heard())
        .as("the words behind the tool")
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(run.stream().byServer()).isTrue();
    assertThat(run.result().last())
        .containsExactly(
            new Verb.Dial("+15005550011", Optional.of("+15005550099"), Duration.ofSeconds(30)));
  }

  @Test
  void transfer_withoutAName_goesToTheFirst() {
    Phone.Run run = calling("transfer_to_human", "{}").run(QUESTION);
    assertThat(run.result().last().getFirst())
        .isInstanceOfSatisfying(
            Verb.Dial.class, dial -> assertThat(dial.number()).isEqualTo("+15005550010"));
  }

  @Test
  void transfer_toSomebodyElse_isRefused_andTheCallGoesOn() {
    Phone.Run run = calling("transfer_to_human", "{\"to\":\"+19995550000\"}").run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.SILENCE);
    assertThat(run.telemetry().events(CallEvent.ToolReturned.class))
        .allSatisfy(returned -> assertThat(returned.output()).contains("error"));
    assertThat(run.result().last()).containsExactly(new Verb.Hangup());
  }

  @Test
  void hangUp_endsTheCallBehindTheLastWords() {
    Phone.Run run = calling("hang_up", "{}").run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.AGENT);
    assertThat(run.summary().heard()).isEqualTo(Duration.ofSeconds(2));
    assertThat(run.result().last()).containsExactly(new Verb.Hangup());
  }

  @Test
  void pressKeys_soundsThemOnTheLine() {
    Phone.Run run = calling("press_keys", "{\"keys\":\"1#\"}").run(QUESTION);
    assertThat(run.stream().events(SimEvent.Media.class))
        .filteredOn(media -> media.samples() == 1_600)
        .hasSize(2);
  }

  @Test
  void pressKeys_thatAreNone_isAnErrorForTheModel() {
    Phone.Run run = calling("press_keys", "{\"keys\":\"hello\"}").run(QUESTION);
    assertThat(run.telemetry().events(CallEvent.ToolReturned.class))
        .allSatisfy(returned -> assertThat(returned.output()).contains("error"));
  }

  @Test
  void ownToolOfTheSameName_goesBefore() {
    Phone.Run run =
        calling("hang_up", "{}")
            .agent(
                agent ->
                    agent.withTools(
                        ToolBox.empty()
                            .with(
                                new ToolSpec("hang_up", "not so fast", "{}"),
                                arguments -> CompletableFuture.completedStage("\"no\""))))
            .run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.SILENCE);
  }

  @Test
  void ownTools_workAsEverywhere() {
    Phone.Run run =
        calling("weather", "{\"city\":\"Oslo\"}")
            .agent(
                agent ->
                    agent.withTools(
                        ToolBox.empty()
                            .with(
                                new ToolSpec("weather", "tells the weather", "{}"),
                                arguments -> CompletableFuture.completedStage("\"rain\""))))
            .run(QUESTION.hangsUpAt(Duration.ofSeconds(7)));
    assertThat(run.telemetry().events(CallEvent.ToolReturned.class))
        .extracting(CallEvent.ToolReturned::output)
        .containsExactly("\"rain\"");
    assertThat(run.summary().tools()).isEqualTo(1);
  }

  @Test
  void withoutNumbers_transferIsNotOffered() {
    Eavesdropper model = new Eavesdropper(Phone.model(Duration.ofSeconds(1)));
    new Phone(model).run(QUESTION.hangsUpAt(Duration.ofSeconds(5)));
    assertThat(model.specs.getFirst().brief().tools()).isEmpty();
  }
}
