package dev.parley.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnKeeperTest {

  private static final Position NOW = Position.start(24_000);
  private static final Duration DOUBT = Duration.ofMillis(300);
  private static final Epoch FIRST = new Epoch(Lane.MAIN, 1);
  private static final Epoch SECOND = new Epoch(Lane.MAIN, 2);

  private final TurnWorld world = new TurnWorld(TurnPolicy.defaults());
  private final TurnWorld doubtful = new TurnWorld(TurnPolicy.defaults().withDoubt(DOUBT));

  private static void answered(TurnWorld world) {
    world.tell(new TurnEvent.SpeechStarted(NOW));
    world.tell(new TurnEvent.SpeechStopped(NOW));
    world.tell(new TurnEvent.TurnEnded(NOW));
    world.tell(new TurnEvent.Opened(FIRST));
  }

  @Test
  void turn_isCommittedAndThenAnswered() {
    answered(world);
    assertThat(world.all)
        .containsExactly(
            new TurnAction.CommitTurn(NOW),
            new TurnAction.StartReply(FIRST, ReplySpec.asConfigured()));
  }

  @Test
  void bargeIn_whileTheModelIsDone_cutsThePlayoutOnly() {
    answered(world);
    world.tell(new TurnEvent.Made(FIRST));
    assertThat(world.tell(new TurnEvent.SpeechStarted(NOW)))
        .containsExactly(new TurnAction.CutPlayout(Lane.MAIN, 1, CutReason.BARGE_IN));
    assertThat(world.tell(new TurnEvent.CutDone(Lane.MAIN, 1, CutReason.BARGE_IN)))
        .containsExactly(new TurnAction.End(FIRST, Outcome.CUT, Optional.of(CutReason.BARGE_IN)));
  }

  @Test
  void drainedBeforeTheCut_wasCompleted() {
    answered(world);
    world.tell(new TurnEvent.SpeechStarted(NOW));
    assertThat(world.tell(new TurnEvent.Drained(FIRST, Outcome.COMPLETED)))
        .containsExactly(new TurnAction.End(FIRST, Outcome.COMPLETED, Optional.empty()));
    assertThat(world.tell(new TurnEvent.CutDone(Lane.MAIN, 1, CutReason.BARGE_IN))).isEmpty();
  }

  @Test
  void cutOfTheFirst_leavesTheSecondAlone() {
    answered(world);
    world.tell(new TurnEvent.SpeechStarted(NOW));
    world.tell(new TurnEvent.TurnEnded(NOW));
    world.tell(new TurnEvent.CutDone(Lane.MAIN, 1, CutReason.BARGE_IN));
    assertThat(world.state.audible().epochs()).containsExactly(SECOND);
    assertThat(world.ended).containsOnlyKeys(FIRST);
  }

  @Test
  void cough_holdsAndResumes() {
    answered(doubtful);
    assertThat(doubtful.tell(new TurnEvent.SpeechStarted(NOW)))
        .containsExactly(
            new TurnAction.HoldPlayout(true), new TurnAction.DoubtFor(DOUBT, /* ticket= */ 1));
    assertThat(doubtful.tell(new TurnEvent.SpeechStopped(NOW)))
        .containsExactly(new TurnAction.HoldPlayout(false));
    assertThat(doubtful.tell(new TurnEvent.DoubtEnded(1))).isEmpty();
    assertThat(doubtful.tell(new TurnEvent.TurnEnded(NOW))).as("no turn").isEmpty();
  }

  @Test
  void doubtThatEnds_cuts_andLetsThePlayoutGo() {
    answered(doubtful);
    doubtful.tell(new TurnEvent.SpeechStarted(NOW));
    assertThat(doubtful.tell(new TurnEvent.DoubtEnded(1)))
        .containsExactly(
            new TurnAction.CancelReply(FIRST),
            new TurnAction.CutPlayout(Lane.MAIN, 1, CutReason.BARGE_IN),
            new TurnAction.HoldPlayout(false));
  }

  @Test
  void doubtOfAnEarlierCough_doesNotCut() {
    answered(doubtful);
    doubtful.tell(new TurnEvent.SpeechStarted(NOW));
    doubtful.tell(new TurnEvent.SpeechStopped(NOW));
    doubtful.tell(new TurnEvent.SpeechStarted(NOW));
    assertThat(doubtful.tell(new TurnEvent.DoubtEnded(1))).isEmpty();
    assertThat(doubtful.state.audible()).isInstanceOf(TurnState.Audible.Held.class);
  }

  /** The reply's last frames were under way to the session when the caller coughed. */
  @Test
  void replyDrains_whileHeld_thePlayoutIsLetGo() {
    answered(doubtful);
    doubtful.tell(new TurnEvent.SpeechStarted(NOW));
    doubtful.tell(new TurnEvent.Drained(FIRST, Outcome.COMPLETED));
    assertThat(doubtful.heldPlayout).isFalse();
  }

  @Test
  void toolOfACutReply_itsResultReachesTheModel_andIsToldOnceTheCallerIsDone() {
    answered(world);
    world.tell(TurnWorld.called(FIRST, "call_1"));
    world.tell(new TurnEvent.SpeechStarted(NOW));
    assertThat(world.tell(new TurnEvent.ToolReturned("call_1", "{}")))
        .containsExactly(new TurnAction.GiveToolResult("call_1", "{}"));
    assertThat(world.tell(new TurnEvent.TurnEnded(NOW)))
        .containsExactly(
            new TurnAction.CommitTurn(NOW),
            new TurnAction.StartReply(SECOND, ReplySpec.asConfigured()));
  }

  @Test
  void toolResults_areToldTogether() {
    answered(world);
    world.tell(TurnWorld.called(FIRST, "call_1"));
    world.tell(TurnWorld.called(FIRST, "call_2"));
    world.tell(TurnWorld.called(FIRST, "call_2"));
    world.tell(new TurnEvent.Drained(FIRST, Outcome.COMPLETED));
    assertThat(world.tell(new TurnEvent.ToolReturned("call_1", "{}"))).hasSize(1);
    assertThat(world.tell(new TurnEvent.ToolReturned("call_1", "{}"))).isEmpty();
    assertThat(world.tell(new TurnEvent.ToolReturned("call_2", "{}")))
        .containsExactly(
            new TurnAction.GiveToolResult("call_2", "{}"),
            new TurnAction.StartReply(SECOND, ReplySpec.asConfigured()));
  }

  @Test
  void sayCut_leavesRepliesBesideTheConversationAlone() {
    world.tell(new TurnEvent.ReplyWanted(ReplySpec.asConfigured(), Lane.SIDE));
    world.tell(new TurnEvent.ReplyWanted(ReplySpec.asConfigured(), Lane.MAIN));
    world.tell(new TurnEvent.SayWanted("Fire!", SayWhen.CUT));
    assertThat(world.state.audible().epochs())
        .containsExactly(new Epoch(Lane.SIDE, 1), new Epoch(Lane.SAY, 1));
    assertThat(world.state.dying()).containsExactly(FIRST);
  }

  @Test
  void sayTooMany_isRefused() {
    world.tell(new TurnEvent.SpeechStarted(NOW));
    for (int i = 0; i < 9; i++) {
      world.tell(new TurnEvent.SayWanted("wait", SayWhen.NEXT_PAUSE));
    }
    assertThat(world.count(TurnAction.Refuse.class::isInstance)).isEqualTo(1);
    assertThat(world.state.says()).hasSize(8);
  }

  @Test
  void texts_areNotInAnyToString() {
    String secret = "my number is 4711";
    world.tell(new TurnEvent.SayWanted(secret, SayWhen.CUT));
    assertThat(world.all.toString()).doesNotContain(secret);
  }

  @Test
  void cancelOfAReplyBeside_cutsThatOneOnly() {
    Epoch one = new Epoch(Lane.SIDE, 1);
    Epoch two = new Epoch(Lane.SIDE, 2);
    world.tell(new TurnEvent.ReplyWanted(ReplySpec.asConfigured(), Lane.SIDE));
    world.tell(new TurnEvent.ReplyWanted(ReplySpec.asConfigured(), Lane.SIDE));
    assertThat(world.tell(new TurnEvent.CancelWanted(Optional.of(two), Optional.empty())))
        .containsExactly(
            new TurnAction.CancelReply(two), new TurnAction.CutReply(two, CutReason.CANCELLED));
    assertThat(world.state.audible().epochs()).containsExactly(one);
  }

  @Test
  void cancelOfNothing_isRefused_andSaysWhose() {
    assertThat(world.tell(new TurnEvent.CancelWanted(Optional.of(SECOND), Optional.of("mine"))))
        .containsExactly(
            new TurnAction.Refuse(
                Cue.Refusal.NOTHING_TO_CANCEL,
                "there is no such reply to cancel",
                Optional.of("mine")));
  }

  @Test
  void secondRequest_isRefused_byItsOwnTag() {
    world.tell(new TurnEvent.ReplyWanted(ReplySpec.asConfigured().withTag("one"), Lane.MAIN));
    assertThat(
            world.tell(
                new TurnEvent.ReplyWanted(ReplySpec.asConfigured().withTag("two"), Lane.MAIN)))
        .containsExactly(
            new TurnAction.Refuse(
                Cue.Refusal.BUSY,
                "a reply is being made already: cancel it or wait for it",
                Optional.of("two")));
  }

  @Test
  void requestThatWaits_isRefused_whenTheCallerSpeaksFirst() {
    world.tell(new TurnEvent.SayWanted("Fire!", SayWhen.CUT)); // so the mouth is taken
    world.tell(new TurnEvent.ReplyWanted(ReplySpec.asConfigured().withTag("one"), Lane.MAIN));
    assertThat(world.tell(new TurnEvent.SpeechStarted(NOW)))
        .contains(
            new TurnAction.Refuse(
                Cue.Refusal.CALLER_SPOKE,
                "the caller spoke before the reply began",
                Optional.of("one")));
  }

  @Test
  void clientThatTakesTheTurnsOver_findsTheCallerQuiet() {
    world.tell(new TurnEvent.SpeechStarted(NOW));
    world.tell(
        new TurnEvent.PolicyChanged(TurnPolicy.defaults().withOwner(TurnPolicy.Owner.CLIENT)));
    assertThat(world.state.caller()).isEqualTo(new TurnState.Caller.Quiet());
  }
}
