package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked, confirmed and called. */
class AgentTest {

  private final Talk talk = new Talk("");

  @Test
  void request_thatIsComplete_isCalledAtOnce() {
    assertThat(talk.say("timer minutes=5")).isEqualTo("[timer{\"minutes\":\"5\"}]");
    assertThat(talk.result("call_1", "{\"status\":\"set\"}")).isEqualTo("Status: set.");
  }

  @Test
  void request_thatLacksArguments_isAskedForOneAtATime() {
    assertThat(talk.say("pay")).isEqualTo("Which amount?");
    assertThat(talk.agent.focus())
        .isInstanceOfSatisfying(
            Focus.Argument.class, it -> assertThat(it.name()).isEqualTo("amount"));
    assertThat(talk.say("more amount=50")).isEqualTo("Which payee?");
    assertThat(talk.say("more payee=bob"))
        .isEqualTo("Pay somebody. Amount 50, payee bob. Shall I do that?");
    assertThat(talk.agent.focus()).isInstanceOf(Focus.Confirmation.class);
    assertThat(talk.say("yes")).isEqualTo("[pay{\"amount\":\"50\",\"payee\":\"bob\"}]");
  }

  @Test
  void titleThatIsAQuestion_isAskedAsItIs() {
    assertThat(talk.say("timer")).isEqualTo("How many minutes?");
  }

  @Test
  void code_ofHighConfidence_isCalledWithoutConfirmation() {
    assertThat(talk.say("order code=R6@0.9")).isEqualTo("[order{\"code\":\"R6\"}]");
  }

  @Test
  void code_ofLowConfidence_isReadBack_andCalledAfterYes() {
    assertThat(talk.say("order code=R6@0.8")).isEqualTo("Code R, 6: is that right?");
    assertThat(talk.say("yes")).isEqualTo("[order{\"code\":\"R6\"}]");
  }

  @Test
  void value_thatIsNoCode_isConfirmedAtItsOwnThreshold() {
    assertThat(talk.say("timer minutes=5@0.7")).startsWith("[timer");
    assertThat(talk.say("timer minutes=6@0.5")).isEqualTo("6 minutes: is that right?");
  }

  @Test
  void tool_thatIsHardlySure_isConfirmedWithWhatItDoes() {
    assertThat(talk.say("order@0.4 code=R6")).isEqualTo("Find an order, code R, 6: is that right?");
    assertThat(talk.say("ping@0.4")).isEqualTo("Ping: is that right?");
  }

  @Test
  void no_withoutCorrection_asksForItAgain_andReadsItBackHoweverSureItIs() {
    talk.say("order code=R6@0.8");

    assertThat(talk.say("no")).isEqualTo("All right, once more. Which code?");
    assertThat(talk.say("more code=B6@0.99")).isEqualTo("Code B, 6: is that right?");
    assertThat(talk.say("yes")).isEqualTo("[order{\"code\":\"B6\"}]");
  }

  @Test
  void correction_isReadBackOnceMore() {
    talk.say("order code=R6@0.8");

    assertThat(talk.say("more code=B6@0.99")).isEqualTo("Code B, 6: is that right?");
    assertThat(talk.say("yes")).isEqualTo("[order{\"code\":\"B6\"}]");
  }

  @Test
  void correction_ofWhatWasSure_isReadBackToo() {
    talk.say("pay amount=50@0.5 payee=bob");

    assertThat(talk.say("more payee=tom"))
        .isEqualTo("Pay somebody. Amount 50, payee tom. Shall I do that?");
  }

  @Test
  void yes_ofLowConfidence_isAskedAgain() {
    talk.say("order code=R6@0.8");

    assertThat(talk.say("yes@0.5"))
        .isEqualTo("Sorry, was that yes or no? Code R, 6: is that right?");
    assertThat(talk.say("yes@0.9")).startsWith("[order");
  }

  @Test
  void no_toAPayment_isARefusal() {
    talk.say("pay amount=50 payee=bob");

    assertThat(talk.say("no")).isEqualTo("All right, I leave that.");
    assertThat(talk.say("yes")).doesNotContain("[");
  }

  @Test
  void no_toAPaymentThatIsDoubtful_asksForWhatIsInDoubt() {
    talk.say("pay amount=50@0.5 payee=bob");

    assertThat(talk.say("no")).isEqualTo("All right, once more. Which amount?");
    assertThat(talk.say("more amount=15"))
        .isEqualTo("Pay somebody. Payee bob, amount 15. Shall I do that?");
  }

  @Test
  void cancel_dropsWhatIsPending() {
    talk.say("order code=R6@0.8");

    assertThat(talk.say("cancel")).isEqualTo("All right, I leave that.");
    assertThat(talk.agent.focus()).isInstanceOf(Focus.Anything.class);
    assertThat(talk.say("yes")).doesNotContain("[");
  }

  @Test
  void askedTooOften_itIsLeft() {
    talk.say("timer");

    assertThat(talk.mumble()).isEqualTo("Sorry, I did not understand that. How many minutes?");
    assertThat(talk.mumble())
        .isEqualTo(
            "Sorry, I did not understand that either. Please say only that, slowly."
                + " How many minutes?");
    assertThat(talk.mumble()).contains("Say cancel to leave it").endsWith("How many minutes?");
    assertThat(talk.mumble()).contains("Let us leave it");
    assertThat(talk.agent.focus()).isInstanceOf(Focus.Anything.class);
  }

  @Test
  void valueThatTheSchemaRefuses_isAskedForAgain_andNotForEver() {
    talk.say("timer minutes=bad");
    for (int i = 0; i < 3; i++) {
      assertThat(talk.say("more minutes=bad")).isEqualTo("How many minutes?");
    }
    assertThat(talk.say("more minutes=bad")).contains("Let us leave it");
  }

  @Test
  void valueThatTheSchemaRefuses_andThatIsOptional_isLeftOut_andTheRestConfirmed() {
    assertThat(talk.say("timer minutes=5 name=bad@0.2")).isEqualTo("5 minutes: is that right?");
  }

  @Test
  void noAfterNo_endsToo() {
    talk.say("order code=R6@0.8");
    String last = "";
    for (int i = 0; i < 4; i++) {
      last = talk.say("no");
      talk.say("more code=B6@0.9");
    }
    assertThat(last).contains("Let us leave it");
  }

  @Test
  void notUnderstood_saysSo_thenWhatItCanDo_thenHowToLeaveIt() {
    assertThat(talk.mumble()).isEqualTo("Sorry, I did not understand that.");
    assertThat(talk.mumble())
        .isEqualTo(
            "Sorry, I did not understand that either. This is what I can do. Find an order."
                + " Set a timer. Pay somebody. Ping.");
    assertThat(talk.mumble()).contains("Say cancel to leave it");
    talk.say("help");
    assertThat(talk.mumble()).isEqualTo("Sorry, I did not understand that.");
  }

  @Test
  void help_listsFourPurposes_andMore() {
    List<String> five = List.of("order", "timer", "pay", "ping", "ping2");
    talk.agent.configure(
        new AgentBrief("", new FakeTools(five, false), five, new ToolChoice.Auto()));

    assertThat(talk.say("help"))
        .isEqualTo(
            "This is what I can do. Find an order. Set a timer. Pay somebody. Ping. And more.");
  }

  @Test
  void help_inTheMiddle_asksAgainBehindIt() {
    talk.say("timer");

    assertThat(talk.say("help")).startsWith("This is what").endsWith("How many minutes?");
  }

  @Test
  void anotherRequest_takesThePlaceOfWhatIsPending() {
    talk.say("order code=R6@0.8");

    assertThat(talk.say("timer minutes=5")).startsWith("[timer");
    assertThat(talk.agent.focus()).isInstanceOf(Focus.Anything.class);
  }

  @Test
  void typed_isCertain() {
    talk.agent.typed("  Timer   minutes=5 ");
    assertThat(talk.answer()).startsWith("[timer");
    talk.agent.typed(" ");
    assertThat(talk.answer()).startsWith("Sorry");
  }

  @Test
  void noChoice_callsNothing() {
    Talk mute = new Talk(AgentSettings.defaults(), "", new ToolChoice.None());

    assertThat(mute.say("timer minutes=5")).isEqualTo("Sorry, I cannot do that now.");
    assertThat(mute.say("help")).isEqualTo("There is nothing that I can do for you at the moment.");
  }

  @Test
  void noChoice_betweenYesAndTheCall_callsNothing() {
    talk.say("order code=R6@0.8");
    talk.agent.heard(List.of(Heard.typed("yes")));
    talk.agent.configure(Talk.brief("", new ToolChoice.None()));

    assertThat(talk.answer()).isEqualTo("Sorry, I cannot do that now.");
    talk.agent.configure(Talk.brief("", new ToolChoice.Auto()));
    assertThat(talk.answer()).doesNotContain("[");
  }

  @Test
  void namedChoice_asksForWhatThatToolLacks_whateverWasSaid() {
    Talk bound = new Talk(AgentSettings.defaults(), "", new ToolChoice.Named("order"));

    assertThat(bound.mumble()).isEqualTo("Sorry, I did not understand that. Which code?");
    assertThat(bound.say("more code=R6")).startsWith("[order");
    assertThat(bound.say("timer minutes=5")).isEqualTo("Sorry, I cannot do that now.");
  }

  @Test
  void namedChoice_ofAToolWithoutArguments_isCalledOnceForOneRequest() {
    Talk bound = new Talk(AgentSettings.defaults(), "", new ToolChoice.Named("ping"));

    assertThat(bound.answer()).isEqualTo("[ping{}]");
    assertThat(bound.answer()).doesNotContain("[");
    bound.result("call_1", "pong");
    assertThat(bound.answer()).doesNotContain("[");
    bound.agent.heard(List.of());
    assertThat(bound.answer()).contains("[ping{}]");
  }

  @Test
  void configure_keepsWhatIsPending_whereTheToolStillExists() {
    talk.say("order code=R6@0.8");
    talk.agent.configure(Talk.brief("be serious", new ToolChoice.Auto()));
    assertThat(talk.agent.style()).contains("serious");
    assertThat(talk.say("yes")).startsWith("[order");

    talk.say("order code=R7@0.8");
    talk.agent.configure(
        new AgentBrief("", new FakeTools(), List.of("timer"), new ToolChoice.Auto()));
    assertThat(talk.say("yes")).doesNotContain("[");
  }

  @Test
  void configure_thatChangesTheArguments_asksAgain() {
    talk.say("timer minutes=5@0.5");
    talk.agent.configure(
        new AgentBrief(
            "",
            new FakeTools(FakeTools.NAMES, /* isWide= */ true),
            FakeTools.NAMES,
            new ToolChoice.Auto()));

    assertThat(talk.say("yes")).isEqualTo("5 minutes: is that right?");
    assertThat(talk.say("yes")).isEqualTo("[timer{\"minutes\":\"5\",\"name\":\"x\"}]");
  }

  @Test
  void startOfTheCall_isAGreeting_onlyOnce() {
    assertThat(talk.answer()).isEqualTo("Hello. What can I do for you?");
    assertThat(talk.answer()).isEqualTo("What can I do for you?");
  }

  @Test
  void toString_tellsNoWords() {
    assertThat(new Act.Say("secret").toString()).doesNotContain("secret");
    assertThat(new Act.Call("pay", "secret").toString()).doesNotContain("secret");
    assertThat(Talk.brief("secret", new ToolChoice.Auto()).toString()).doesNotContain("secret");
  }
}
