package dev.parley.engine.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlayoutQueueTest {

  private static final int RATE = 24_000;
  private static final Epoch FIRST = new Epoch(Lane.MAIN, 1);
  private static final Epoch BESIDE = new Epoch(Lane.SIDE, 1);

  private List<PlayoutFact> facts = new ArrayList<>();
  private Drops drops = new Drops();
  private PlayoutQueue queue = fresh();

  private PlayoutQueue fresh() {
    facts = new ArrayList<>();
    drops = new Drops();
    return new PlayoutQueue(
        PlayoutSettings.of(Pace.clock(), Ear.ACKED),
        new EarLedger(Ear.ACKED),
        drops,
        new Depths().of("playout"),
        facts::add);
  }

  private static Spoken audio(Epoch epoch, long at, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) (at + i);
    }
    return new Spoken(epoch, 0, new Position(at, RATE), Samples.wrap(pcm));
  }

  private List<Outbound> drain(int most) {
    List<Outbound> left = new ArrayList<>();
    while (left.size() < most && !queue.isEmpty()) {
      left.add(queue.poll(/* audio= */ true));
    }
    return left;
  }

  /** However the reply is chunked and wherever it is cut: a prefix leaves, and then nothing. */
  @Property(tries = 500)
  void cut_leavesAPrefix_andNothingOfTheReplyBehindIt(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 2_000) Integer> chunks,
      @ForAll @IntRange(min = 0, max = 60) int polls) {
    queue = fresh(); // all tries share this object
    queue.offer(new ReplySignal.Started(FIRST));
    queue.offer(new ReplySignal.Started(BESIDE));
    long at = 0;
    for (int chunk : chunks) {
      queue.offer(audio(FIRST, at, chunk));
      queue.offer(audio(BESIDE, at, 10));
      at += chunk;
    }
    List<Outbound> before = drain(polls);
    Cut cut = queue.cut(Lane.MAIN, 1);
    queue.offer(audio(FIRST, at, 100)); // was on its way
    List<Outbound> behind = drain(Integer.MAX_VALUE);

    long heard = 0;
    for (Outbound frame : before) {
      if (frame instanceof Spoken spoken && spoken.epoch().equals(FIRST)) {
        assertThat(spoken.position().sample()).isEqualTo(heard);
        assertThat(spoken.samples().count()).isLessThanOrEqualTo(RATE / 50);
        heard = spoken.end().sample();
      }
    }
    assertThat(behind.getFirst()).isEqualTo(new Cue.Interrupted(List.of(FIRST)));
    assertThat(behind).noneMatch(f -> f instanceof OfReply r && r.epoch().equals(FIRST));
    assertThat(cut.discarded()).isEqualTo(at - heard);
    assertThat(cut.handedOver().stream().mapToLong(h -> h.until().sample()).sum()).isEqualTo(heard);
    long beside =
        Stream.concat(before.stream(), behind.stream())
            .filter(f -> f instanceof Spoken s && s.epoch().equals(BESIDE))
            .count();
    assertThat(beside).as("the other lane goes on").isEqualTo(chunks.size());
    assertThat(drops.of(Drops.STALE)).isEqualTo(1);
  }

  @Test
  void facts_areToldInTheirOrder() {
    queue.offer(new ReplySignal.Started(FIRST));
    queue.offer(audio(FIRST, 0, 480));
    queue.offer(new ReplySignal.TextDelta(FIRST, 0, "words"));
    queue.offer(new ReplySignal.Ended(FIRST, Outcome.COMPLETED));
    drain(Integer.MAX_VALUE);
    assertThat(facts).noneMatch(PlayoutFact.Drained.class::isInstance);
    queue.played(new ReplySignal.Ended(FIRST, Outcome.COMPLETED));
    queue.played(new ReplySignal.Ended(FIRST, Outcome.COMPLETED));
    assertThat(facts)
        .containsExactly(
            new PlayoutFact.Opened(FIRST),
            new PlayoutFact.AudioMade(FIRST),
            new PlayoutFact.Made(FIRST, Outcome.COMPLETED),
            new PlayoutFact.FirstAudio(FIRST),
            new PlayoutFact.Said(FIRST, 0, "words"),
            new PlayoutFact.Drained(FIRST, Outcome.COMPLETED, 480, RATE));
  }

  @Test
  void audioThatMayNotLeave_holdsBackWhatLiesBehindIt_butNothingBefore() {
    queue.offer(new ReplySignal.Started(FIRST));
    queue.offer(audio(FIRST, 0, 480));
    queue.offer(new ReplySignal.Ended(FIRST, Outcome.COMPLETED));
    assertThat(queue.poll(/* audio= */ false)).isEqualTo(new ReplySignal.Started(FIRST));
    assertThat(queue.poll(/* audio= */ false)).isNull();
    assertThat(queue.audioIsNext()).isTrue();
  }

  @Test
  void wordsWithoutEnd_fillIt_too() {
    queue.offer(new ReplySignal.Started(FIRST));
    int taken = 0;
    while (!queue.isFull() && taken < 1_000_000) {
      queue.offer(new ReplySignal.TextDelta(FIRST, 0, "and on "));
      taken++;
    }
    assertThat(taken).isLessThan(10_000);
  }

  @Test
  void frameOfNoReply_isDroppedAndCounted() {
    queue.offer(audio(FIRST, 0, 480));
    assertThat(queue.isEmpty()).isTrue();
    assertThat(drops.snapshot()).containsEntry(Drops.STALE, 1L);
  }

  @Test
  void sliceShorterThanASample_isASample() {
    PlayoutSettings tiny =
        new PlayoutSettings(
            Pace.clock(),
            Ear.COUNTED,
            Duration.ofNanos(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    PlayoutQueue slow =
        new PlayoutQueue(
            tiny, new EarLedger(Ear.ACKED), drops, new Depths().of("playout"), facts::add);
    slow.offer(new ReplySignal.Started(FIRST));
    slow.offer(audio(FIRST, 0, 2));
    slow.poll(true);
    assertThat(slow.poll(true)).isEqualTo(audio(FIRST, 0, 1));
  }

  @Test
  void cutOfOneReply_leavesItsNeighboursInTheLane() {
    Epoch next = BESIDE.next();
    for (Epoch epoch : List.of(BESIDE, next)) {
      queue.offer(new ReplySignal.Started(epoch));
      queue.offer(audio(epoch, 0, 480));
    }
    assertThat(queue.cut(BESIDE).epochs()).containsExactly(BESIDE);
    queue.offer(audio(BESIDE, 480, 480)); // was on its way
    assertThat(drain(Integer.MAX_VALUE))
        .filteredOn(Spoken.class::isInstance)
        .containsExactly(audio(next, 0, 480));
    assertThat(queue.cut(BESIDE).epochs()).as("a second time").isEmpty();
  }

  @Test
  void cutOfAReplyThatHasNotStarted_keepsItOut() {
    queue.cut(BESIDE);
    queue.offer(new ReplySignal.Started(BESIDE));
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void notice_standsBehindTheCutThatItTellsOf_andBeforeWhatWaits() {
    queue.offer(new ReplySignal.Started(FIRST));
    queue.offer(new ReplySignal.Started(BESIDE));
    queue.offer(audio(BESIDE, 0, 480));
    queue.cut(Lane.MAIN, 1);
    Cue.Notice notice = new Cue.Over(FIRST, Outcome.CUT, Optional.of(CutReason.BARGE_IN));
    queue.jumpTheQueue(notice);
    assertThat(drain(2)).containsExactly(new Cue.Interrupted(List.of(FIRST)), notice);
  }
}
