package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Heard;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls under way, results, and replies that are cut. */
class AgentCallsTest {

  private static final String TEMPLATES =
      """
      You are a calm clerk.
      - say at the start: Shop here.
      - say before order: One moment.
      say when order: Your order {code} is {status}, at {to.city}.
      say when order fails: I could not find {code}: {error}.
      say when asked what you can do: I find orders.
      """;

  private final Talk talk = new Talk("");

  private void hear(String words) {
    talk.agent.heard(List.of(Heard.typed(words)));
  }

  @Test
  void result_isToldByItsTemplate() {
    Talk shop = new Talk(TEMPLATES);

    assertThat(shop.agent.style()).contains("calm");
    assertThat(shop.answer()).isEqualTo("Shop here.");
    assertThat(shop.say("help")).isEqualTo("I find orders.");
    assertThat(shop.say("order code=R6")).isEqualTo("One moment.[order{\"code\":\"R6\"}]");
    assertThat(shop.result("call_1", "{'status':'sent','to':{'city':'Ulm'}}".replace('\'', '"')))
        .isEqualTo("Your order R, 6 is sent, at Ulm.");
    shop.say("order code=R7");
    assertThat(shop.result("call_2", "{\"error\":\"unknown\"}"))
        .isEqualTo("I could not find R, 7: unknown.");
  }

  @Test
  void placeholderThatIsUnknown_givesTheGenericSentence() {
    Talk shop = new Talk(TEMPLATES);
    shop.say("order code=R6");

    assertThat(shop.result("call_1", "{\"status\":\"sent\"}")).isEqualTo("Status: sent.");
  }

  @Test
  void whileACallIsUnderWay_itSaysSo_andOtherThingsGoOn() {
    talk.say("order code=R6");

    assertThat(talk.answer()).contains("still waiting");
    assertThat(talk.say("order code=R6")).contains("under way already").doesNotContain("[");
    assertThat(talk.say("timer minutes=5")).startsWith("[timer");
    assertThat(talk.say("cancel")).contains("under way already");
    assertThat(talk.result("call_2", "set")).isEqualTo("Set.");
    assertThat(talk.result("call_1", "{\"status\":\"sent\"}")).isEqualTo("Status: sent.");
  }

  @Test
  void severalResults_areToldTogether_andAQuestionIsAskedAgain() {
    talk.say("order code=R6");
    talk.say("timer minutes=5");
    talk.say("pay amount=5");
    talk.agent.result("call_1", "sent");
    talk.agent.result("call_2", "set");

    assertThat(talk.answer()).isEqualTo("Sent. Set. Which payee?");
  }

  @Test
  void result_thatComesTwice_isToldOnce() {
    talk.say("order code=R6");
    assertThat(talk.result("call_1", "sent")).isEqualTo("Sent.");
    assertThat(talk.result("call_1", "lost")).doesNotContain("Lost");
  }

  @Test
  void result_ofACallThatNobodyKnows_isTold() {
    talk.agent.called("other", "x");
    assertThat(talk.result("x", "done with it")).isEqualTo("Done with it.");
    assertThat(talk.result("y", "{\"a\":1}")).isEqualTo("A: 1.");
  }

  @Test
  void payment_thatIsDone_isAskedAboutAsARepetition() {
    talk.say("pay amount=50 payee=bob");
    talk.say("yes");
    assertThat(talk.say("pay amount=50 payee=bob")).contains("under way already");
    talk.result("call_1", "paid");

    assertThat(talk.say("pay amount=50 payee=bob"))
        .isEqualTo(
            "That is done already. Pay somebody. Amount 50, payee bob. Shall I do it again?");
    assertThat(talk.say("no")).isEqualTo("All right, I leave that.");
  }

  @Test
  void payment_thatFailed_isNoRepetition() {
    talk.say("pay amount=50 payee=bob");
    talk.say("yes");
    assertThat(talk.result("call_1", "{\"error\":\"no money\"}"))
        .isEqualTo("That did not work: no money.");

    assertThat(talk.say("pay amount=50 payee=bob")).endsWith("Shall I do that?");
  }

  @Test
  void readBack_thatWasNotHeard_isAskedAgain() {
    talk.say("order code=R6@0.8");
    talk.agent.notHeard();

    assertThat(talk.say("yes")).isEqualTo("Code R, 6: is that right?");
    assertThat(talk.say("yes")).startsWith("[order");
  }

  @Test
  void readBack_whoseCutIsToldAfterTheYes_isAskedAgain() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    talk.agent.notHeard();

    assertThat(talk.answer()).endsWith("Shall I do that?").doesNotContain("[");
    assertThat(talk.say("yes")).startsWith("[pay");
  }

  @Test
  void readBack_thatWasHeardToItsEnd_countsAlthoughTheReplyWasCut() {
    String text = talk.say("order code=R6@0.8");
    talk.agent.cut(text.length());

    assertThat(talk.say("yes")).startsWith("[order");
  }

  @Test
  void yes_beforeTheReadBack_isNone() {
    hear("pay amount=50 payee=bob");
    hear("yes");

    assertThat(talk.answer()).endsWith("Shall I do that?").doesNotContain("[");
  }

  @Test
  void result_thatWasNotHeard_isToldAgainOnDemand() {
    talk.say("order code=R6");
    talk.result("call_1", "sent");
    talk.agent.notHeard();

    assertThat(talk.say("timer minutes=5")).startsWith("[timer");
    assertThat(talk.say("repeat")).isEqualTo("Sent.");
  }

  @Test
  void result_thatACoughInterrupted_isToldAgain() {
    talk.say("order code=R6");
    talk.result("call_1", "sent");
    talk.agent.notHeard();

    assertThat(talk.mumble()).isEqualTo("Sent.");
    assertThat(talk.mumble()).isEqualTo("Sorry, I did not understand that.");
  }

  @Test
  void yesBehindACough_whenThereIsNewsToTellAgain_isAskedForAgain() {
    talk.say("order code=R6");
    talk.result("call_1", "sent");
    talk.agent.notHeard();
    String question = talk.say("pay amount=50 payee=bob");
    assertThat(question).endsWith("?");
    talk.agent.heard(List.of());

    assertThat(talk.say("yes")).isEqualTo("Sent. " + question);
    assertThat(talk.say("yes")).contains("[pay{");
  }

  @Test
  void cutBetweenTwoResults_losesOnlyTheSecond() {
    talk.say("order code=R6");
    talk.say("timer minutes=5");
    talk.agent.result("call_1", "sent");
    talk.agent.result("call_2", "set");
    assertThat(talk.answer()).isEqualTo("Sent. Set.");
    talk.agent.cut("Sent.".length());

    assertThat(talk.say("repeat")).isEqualTo("Set.");
  }

  @Test
  void repeat_saysTheLastThingAgain() {
    assertThat(talk.say("repeat")).isEqualTo("What can I do for you?");
    talk.say("order code=R6");
    talk.result("call_1", "sent");
    talk.mumble();
    assertThat(talk.say("repeat")).isEqualTo("Sent.");
    talk.say("timer");
    assertThat(talk.say("repeat")).isEqualTo("How many minutes?");
  }

  @Test
  void callThatWasCutBeforeItWasMade_isMadeWithTheNextReply() {
    hear("timer minutes=5");
    assertThat(talk.agent.answer()).hasSize(1);
    talk.agent.notHeard();

    assertThat(talk.mumble()).isEqualTo("[timer{\"minutes\":\"5\"}]");
  }

  @Test
  void callThatWasCutBeforeItWasMade_andIsNotWanted_isNotMade() {
    hear("timer minutes=5");
    talk.agent.answer();
    hear("cancel");
    talk.agent.notHeard();

    assertThat(talk.answer()).doesNotContain("[");
  }

  @Test
  void callThatWasCut_andCorrected_isMadeOnce() {
    hear("timer minutes=5");
    talk.agent.answer();
    hear("timer minutes=6");
    talk.agent.notHeard();

    assertThat(talk.answer()).isEqualTo("[timer{\"minutes\":\"6\"}]");
    assertThat(talk.answer()).doesNotContain("[");
  }

  @Test
  void agreedCallThatWasCutBeforeItWasMade_isAskedAgain() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    assertThat(talk.agent.answer()).hasSize(1);
    talk.agent.notHeard();

    assertThat(talk.mumble()).endsWith("Shall I do that?").doesNotContain("[");
    assertThat(talk.say("yes")).startsWith("[pay");
  }

  @Test
  void agreedCallThatWasCut_andWhoseToolIsGone_isNotAskedAbout() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    talk.agent.answer();
    List<String> one = List.of("timer");
    talk.agent.configure(new AgentBrief("", new FakeTools(one, false), one, new ToolChoice.Auto()));
    talk.agent.notHeard();

    assertThat(talk.answer()).isEqualTo("Sorry, I cannot do that now.");
  }

  @Test
  void callThatWasMadeAfterAll_isNotMadeAgain() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    talk.agent.answer();
    talk.agent.notHeard();
    talk.agent.called("pay", "late");

    assertThat(talk.say("yes")).doesNotContain("[");
    assertThat(talk.result("late", "paid")).isEqualTo("Paid.");
    assertThat(talk.say("pay amount=50 payee=bob")).startsWith("That is done already.");
  }

  @Test
  void twoRequestsBeforeAReply_areBothCalled() {
    hear("order code=R6");
    hear("timer minutes=5");

    assertThat(talk.answer()).isEqualTo("[order{\"code\":\"R6\"}][timer{\"minutes\":\"5\"}]");
  }

  @Test
  void sameRequestAgain_beforeTheReply_isCalledOnce() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    hear("pay amount=50 payee=bob");

    assertThat(talk.answer()).isEqualTo("[pay{\"amount\":\"50\",\"payee\":\"bob\"}]");
  }

  @Test
  void otherRequest_beforeTheAgreedCall_takesItsPlace() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    hear("pay amount=60 payee=bob");

    assertThat(talk.answer()).endsWith("Shall I do that?").contains("60").doesNotContain("[");
  }

  @Test
  void noBeforeTheAgreedCall_takesItBack_whateverIsAskedByThen() {
    talk.say("pay amount=50 payee=bob");
    hear("yes");
    hear("order code=R6@0.7");
    hear("no");

    assertThat(talk.answer()).doesNotContain("[pay").endsWith("is that right?");
  }

  @Test
  void events_areSpoken() {
    talk.agent.told("say: your tea is ready");
    talk.agent.told("it rains");

    assertThat(talk.answer()).isEqualTo("Your tea is ready. It rains.");
    talk.agent.notHeard();
    assertThat(talk.say("repeat")).isEqualTo("Your tea is ready. It rains.");
    talk.agent.told("say: ");
    assertThat(talk.answer()).isEqualTo("What can I do for you?");
  }
}
