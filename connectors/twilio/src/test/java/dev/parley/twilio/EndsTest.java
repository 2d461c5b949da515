package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.sockets.CloseCode;
import dev.parley.twilio.door.Departure.Why;
import dev.parley.twilio.door.LineSettings;
import dev.parley.twilio.sim.SimEvent;
import dev.parley.twilio.sim.SimFaults;
import dev.parley.twilio.sim.SimReport;
import dev.parley.twilio.sim.SimScript;
import dev.parley.twilio.voice.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.PoisonPill;
import org.junit.jupiter.api.Test;

/** How telephone calls come to their end, and what becomes of them then. */
class EndsTest {

  private static final Duration REPLY = Duration.ofSeconds(2);
  private static final SimScript NOBODY_SPEAKS = SimScript.says(Samples.silence(1)).neverHangsUp();
  private static final SimScript QUESTION = SimScript.says(Phone.voice(500, 1_500)).neverHangsUp();

  private static Phone with(UnaryOperator<LineSettings> change) {
    return Phone.answering(REPLY)
        .settings(settings -> settings.withLine(change.apply(settings.line())));
  }

  private static Phone quiet(int seconds) {
    return with(line -> line.withSilence(Duration.ofSeconds(seconds)));
  }

  @Test
  void silence_endsTheCall() {
    Phone.Run run = quiet(10).run(NOBODY_SPEAKS);
    assertThat(run.summary().why()).isEqualTo(Why.SILENCE);
    assertThat(run.summary().lasted()).isEqualTo(Duration.ofSeconds(10));
    assertThat(run.stream().byServer()).isTrue();
    assertThat(run.stream().closeCode()).isEqualTo(CloseCode.NORMAL);
    assertThat(run.result().last()).containsExactly(new Verb.Hangup());
  }

  @Test
  void silence_countsFromTheEndOfTheAnswer() {
    Phone.Run run = quiet(10).run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.SILENCE);
    // the turn ends at 2 s, the answer at 4.2 s
    assertThat(run.summary().lasted()).isBetween(Duration.ofSeconds(14), Duration.ofMillis(14_400));
  }

  @Test
  void silence_isPromptedOnce_andThenEndsWithGoodbye() {
    Phone.Run run =
        with(line ->
                line.withSilence(Duration.ofSeconds(10))
                    .withPrompt(
                        new LineSettings.Prompt(Duration.ofSeconds(5), "Are you still there?"))
                    .withGoodbye("Goodbye."))
            .run(NOBODY_SPEAKS);
    List<SimEvent.Media> media = run.stream().events(SimEvent.Media.class);
    assertThat(media.getFirst().at()).isBetween(Duration.ofMillis(4_980), Duration.ofMillis(5_100));
    assertThat(media).anyMatch(said -> said.at().compareTo(Duration.ofSeconds(10)) >= 0);
    assertThat(run.summary().why()).isEqualTo(Why.SILENCE);
    assertThat(run.summary().replies()).isEqualTo(2);
    assertThat(run.summary().heard())
        .as("both were played whole")
        .isEqualTo(run.summary().spoken());
  }

  @Test
  void maximum_endsTheCallInMidReply() {
    Phone.Run run = with(line -> line.withMaximum(Duration.ofSeconds(3))).run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.MAXIMUM);
    assertThat(run.summary().lasted()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_600));
    assertThat(run.result().last()).containsExactly(new Verb.Hangup());
  }

  @Test
  void maximum_saysGoodbyeInPlaceOfTheReply() {
    Phone.Run run =
        with(line -> line.withMaximum(Duration.ofSeconds(3)).withGoodbye("Goodbye for now."))
            .run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.MAXIMUM);
    assertThat(run.stream().events(SimEvent.Clear.class)).hasSize(1);
    assertThat(run.telemetry().events(CallEvent.Drained.class)).hasSize(1);
    assertThat(run.summary().lasted()).isGreaterThan(Duration.ofMillis(3_500));
  }

  @Test
  void application_hangsUp() {
    List<CallHandle> calls = new ArrayList<>();
    Phone.Run run =
        Phone.answering(REPLY)
            .agent(agent -> agent.withBegun(calls::add))
            .at(Duration.ofSeconds(3), house -> calls.getFirst().hangUp())
            .run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.APPLICATION);
    assertThat(run.stream().closeCode()).isEqualTo(CloseCode.NORMAL);
    assertThat(run.result().last()).containsExactly(new Verb.Hangup());
  }

  @Test
  void houseCloses_theCallIsConnectedAnew_andThenTold() {
    Phone.Run run =
        Phone.answering(REPLY).at(Duration.ofSeconds(3), TwilioHouse::close).run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.STOPPING);
    assertThat(run.result().last())
        .as("the retry comes to the same house, which takes no calls any more")
        .hasExactlyElementsOfTypes(Verb.Say.class, Verb.Hangup.class);
  }

  @Test
  void lostConnection_isConnectedAnewOnce() {
    Phone.Run run =
        Phone.answering(REPLY)
            .run(QUESTION.withFaults(SimFaults.none().withCutAt(Duration.ofSeconds(2))));
    assertThat(run.result().streams()).hasSize(2);
    assertThat(run.summaries()).extracting(summary -> summary.why()).containsOnly(Why.LOST);
    assertThat(run.summaries()).hasSize(2);
    assertThat(run.result().last())
        .containsExactly(
            new Verb.Say("We are sorry, we have a technical problem. Please call again. Goodbye."),
            new Verb.Hangup());
  }

  @Test
  void modelThatBreaks_endsTheStream_andTheCallRecovers() {
    Phone.Run run =
        new Phone(new BrokenModel())
            .settings(settings -> settings.withVoice(settings.voice().withRetries(0)))
            .run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.FAULT);
    assertThat(run.summary().failed()).isTrue();
    assertThat(run.stream().closeCode()).isEqualTo(CloseCode.INTERNAL_ERROR);
    assertThat(run.result().last()).hasExactlyElementsOfTypes(Verb.Say.class, Verb.Hangup.class);
  }

  @Test
  void sessionThatDies_endsTheStream_andIsToldOf() {
    List<CallHandle> calls = new ArrayList<>();
    Phone.Run run =
        Phone.answering(REPLY)
            .settings(settings -> settings.withVoice(settings.voice().withRetries(0)))
            .agent(agent -> agent.withBegun(calls::add))
            .at(
                Duration.ofSeconds(3),
                house -> calls.getFirst().session().unsafeUpcast().tell(PoisonPill.getInstance()))
            .run(QUESTION);
    assertThat(run.summary().why()).isEqualTo(Why.FAULT);
    assertThat(run.summary().failed()).isTrue();
    assertThat(run.stream().byServer()).isTrue();
    assertThat(run.result().last()).hasExactlyElementsOfTypes(Verb.Say.class, Verb.Hangup.class);
  }

  @Test
  void longCall_staysInStep() {
    SimReport stream =
        with(line -> line.withMaximum(Duration.ofMinutes(10)).withSilence(Duration.ofHours(2)))
            .run(QUESTION)
            .stream();
    assertThat(stream.lasted()).isBetween(Duration.ofMillis(599_980), Duration.ofMillis(600_020));
    assertThat(stream.bad()).isZero();
  }
}
