package dev.parley.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.turn.TurnPolicy.Owner;
import dev.parley.engine.turn.TurnState.Generating;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The keeper's promises, over events in any order, sane and absurd. */
class TurnKeeperPropertiesTest {

  private static final Position NOW = Position.start(24_000);

  /** What happens next: somebody does something, or (null) whatever is under way moves on. */
  record Happening(@Nullable TurnEvent event, int move) {
    void in(TurnWorld world) {
      if (event == null) {
        world.move(move);
      } else {
        world.tell(event);
      }
    }
  }

  @Provide
  Arbitrary<TurnPolicy> policies() {
    return Combinators.combine(
            Arbitraries.of(Owner.values()),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(Duration.ZERO, Duration.ofMillis(300)),
            Arbitraries.integers().between(1, 3))
        .as(TurnPolicy::new);
  }

  private static Arbitrary<TurnEvent> people() {
    return Arbitraries.of(
        new TurnEvent.SpeechStarted(NOW),
        new TurnEvent.SpeechStarted(NOW),
        new TurnEvent.SpeechStopped(NOW),
        new TurnEvent.TurnEnded(NOW),
        new TurnEvent.TurnEnded(NOW),
        new TurnEvent.Commit(NOW),
        new TurnEvent.ReplyWanted(ReplySpec.asConfigured(), Lane.MAIN),
        new TurnEvent.ReplyWanted(ReplySpec.asConfigured(), Lane.SIDE),
        new TurnEvent.CancelWanted(Optional.empty(), Optional.empty()),
        new TurnEvent.CancelWanted(Optional.of(new Epoch(Lane.SIDE, 1)), Optional.empty()),
        new TurnEvent.SayWanted("a", SayWhen.CUT),
        new TurnEvent.SayWanted("b", SayWhen.QUEUE),
        new TurnEvent.SayWanted("c", SayWhen.NEXT_PAUSE),
        new TurnEvent.CallerDone());
  }

  /** What no playout and no model in their senses would tell. */
  private static Arbitrary<TurnEvent> absurd() {
    Arbitrary<Epoch> epochs =
        Combinators.combine(Arbitraries.of(Lane.values()), Arbitraries.longs().between(1, 4))
            .as(Epoch::new);
    Arbitrary<String> ids = Arbitraries.of("call_1", "call_2", "call_99");
    return Arbitraries.oneOf(
        epochs.map(TurnEvent.Made::new),
        epochs.map(e -> new TurnEvent.Drained(e, Outcome.COMPLETED)),
        epochs.map(e -> new TurnEvent.CutDone(e.lane(), e.n(), CutReason.BARGE_IN)),
        epochs.map(e -> new TurnEvent.HeardOf(new Heard(e, 0, NOW, Heard.Basis.ACKED))),
        ids.map(id -> TurnWorld.called(new Epoch(Lane.MAIN, 1), id)),
        ids.map(id -> new TurnEvent.ToolReturned(id, "{}")),
        Arbitraries.longs().between(0, 3).map(TurnEvent.DoubtEnded::new));
  }

  private static Arbitrary<Happening> moves() {
    return Arbitraries.integers().between(0, 50).map(move -> new Happening(null, move));
  }

  @Provide
  Arbitrary<List<Happening>> sane() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, people().map(e -> new Happening(e, 0))), Tuple.of(3, moves()))
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<Happening>> mad() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, people().map(e -> new Happening(e, 0))),
            Tuple.of(3, absurd().map(e -> new Happening(e, 0))),
            Tuple.of(1, Arbitraries.of(new Happening(new TurnEvent.Closed(), 0))),
            Tuple.of(9, moves()))
        .list()
        .ofMaxSize(80);
  }

  // TurnWorld itself checks that replies start and end once, that MAIN has one reply at a time,
  // that tools run once, and that nothing is wanted after Closed.

  @Property(tries = 4_000)
  void everyReplyEndsOnce_andAllComesToRest(
      @ForAll("policies") TurnPolicy policy, @ForAll("sane") List<Happening> happenings) {
    TurnWorld world = new TurnWorld(policy);
    happenings.forEach(happening -> happening.in(world));
    world.settle();

    assertThat(world.heldPlayout).as("held for ever").isFalse();
    assertThat(world.isSilent()).isTrue();
    assertThat(world.ended.keySet()).isEqualTo(world.started);
    assertThat(world.state.generating()).isEqualTo(new Generating.Idle());
    assertThat(world.state.audible().epochs()).isEmpty();
    assertThat(world.state.dying()).isEmpty();
    assertThat(world.state.beside()).isEmpty();
  }

  @Property(tries = 4_000)
  void whateverIsTold_noPromiseIsBroken(
      @ForAll("policies") TurnPolicy policy, @ForAll("mad") List<Happening> happenings) {
    TurnWorld world = new TurnWorld(policy);
    happenings.forEach(happening -> happening.in(world));
    world.tell(new TurnEvent.Closed());
    assertThat(world.ended.keySet()).isEqualTo(world.started);
    int wanted = world.all.size();
    world.tell(new TurnEvent.Closed());
    happenings.forEach(happening -> happening.in(world));
    assertThat(world.all).as("close is idempotent").hasSize(wanted);
  }

  @Property(tries = 2_000)
  void finishedTurn_isCommittedAndAnswered(@ForAll("sane") List<Happening> before) {
    TurnWorld world = new TurnWorld(TurnPolicy.defaults());
    before.forEach(happening -> happening.in(world));
    world.tell(new TurnEvent.SpeechStarted(NOW));
    assertThat(world.state.audible().epochs()).noneMatch(e -> e.lane() == Lane.MAIN);
    long commits = world.count(TurnAction.CommitTurn.class::isInstance);
    int actions = world.all.size();
    world.tell(new TurnEvent.SpeechStopped(NOW));
    world.tell(new TurnEvent.TurnEnded(NOW));

    List<TurnAction> answer = world.all.subList(actions, world.all.size());
    assertThat(world.count(TurnAction.CommitTurn.class::isInstance)).isEqualTo(commits + 1);
    assertThat(answer).filteredOn(TurnAction.StartReply.class::isInstance).isNotEmpty();
    assertThat(answer)
        .filteredOn(a -> a instanceof TurnAction.CommitTurn || a instanceof TurnAction.StartReply)
        .first()
        .isInstanceOf(TurnAction.CommitTurn.class);
  }

  @Property(tries = 2_000)
  void barge_cancelsAndCuts_beforeTheNewTurnIsCommitted(
      @ForAll("sane") List<Happening> before, @ForAll boolean doubtful) {
    Duration doubt = doubtful ? Duration.ofMillis(300) : Duration.ZERO;
    TurnWorld world = new TurnWorld(TurnPolicy.defaults().withDoubt(doubt));
    before.forEach(happening -> happening.in(world));
    List<Epoch> heard =
        world.state.audible().epochs().stream().filter(e -> e.lane() != Lane.SIDE).toList();
    int from = world.all.size();
    world.tell(new TurnEvent.SpeechStarted(NOW));
    world.tell(new TurnEvent.TurnEnded(NOW));

    int committed = -1;
    int cut = -1;
    for (int i = from; i < world.all.size(); i++) {
      committed = world.all.get(i) instanceof TurnAction.CommitTurn ? i : committed;
      cut = world.all.get(i) instanceof TurnAction.CutPlayout ? i : cut;
    }
    assertThat(committed).isGreaterThanOrEqualTo(from);
    if (!heard.isEmpty()) {
      assertThat(cut).isBetween(from, committed - 1);
      assertThat(world.state.audible().epochs()).doesNotContainAnyElementsOf(heard);
    }
  }

  @Property(tries = 2_000)
  void saysAreSaid_andThenTheCallEnds(@ForAll("sane") List<Happening> before) {
    TurnWorld world = new TurnWorld(TurnPolicy.defaults());
    before.forEach(happening -> happening.in(world));
    long wanted = before.stream().filter(h -> h.event() instanceof TurnEvent.SayWanted).count();
    world.tell(new TurnEvent.CallerDone());
    world.tell(new TurnEvent.SpeechStarted(NOW)); // so that the turn can end, whatever was before
    world.tell(new TurnEvent.SpeechStopped(NOW));
    world.tell(new TurnEvent.TurnEnded(NOW));
    world.settle();

    long said = world.count(TurnAction.StartSay.class::isInstance);
    long refused =
        world.count(a -> a instanceof TurnAction.Refuse r && r.why().contains("wait to be said"));
    assertThat(said + refused).isEqualTo(wanted);
    assertThat(world.hungUp).isTrue();
  }

  @Property(tries = 1_000)
  void backendOwner_noReplyIsOpenedForATurn(@ForAll("sane") List<Happening> happenings) {
    TurnWorld world = new TurnWorld(TurnPolicy.defaults().withOwner(Owner.BACKEND));
    for (Happening happening : happenings) {
      if (happening.event() instanceof TurnEvent.TurnEnded turn) {
        assertThat(world.tell(turn)).noneMatch(TurnAction.CommitTurn.class::isInstance);
      } else {
        happening.in(world);
      }
    }
  }
}
