package dev.parley.engine.playout;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue and the gate of the playout, without its clock: frames go in, those of living replies
 * come out in the same order, audio in slices.
 *
 * <p>One owner. Bounded by its user, who stops offering while {@link #isFull} says so.
 */
final class PlayoutQueue {

  /** Words, tool calls and tiny pieces of audio need room, too. */
  private static final int MOST_FRAMES = 4_096;

  private final PlayoutSettings settings;
  private final Drops drops;
  private final Depths.Gauge depth;
  private final Consumer<? super PlayoutFact> tell;
  private final Admission admission = new Admission();
  private final EarLedger ledger;
  private final Deque<Cue> urgent = new ArrayDeque<>();
  private final Deque<Outbound> waiting = new ArrayDeque<>();
  private final Set<Epoch> made = new HashSet<>();
  private final Set<Epoch> audible = new HashSet<>();
  private long backlog;
  private int backlogRate = 1;
  private long unmarked;

  PlayoutQueue(
      PlayoutSettings settings,
      EarLedger ledger,
      Drops drops,
      Depths.Gauge depth,
      Consumer<? super PlayoutFact> tell) {
    this.settings = settings;
    this.ledger = ledger;
    this.drops = drops;
    this.depth = depth;
    this.tell = tell;
  }

  /** Takes a frame of the model, and drops it if its reply is not playable. */
  void offer(Outbound frame) {
    if (frame instanceof ReplySignal.Started started && admission.open(started.epoch())) {
      tell.accept(new PlayoutFact.Opened(started.epoch()));
    }
    if (frame instanceof OfReply ofReply && !admission.admits(ofReply.epoch())) {
      drops.count(Drops.STALE, 1);
      return;
    }
    waiting.add(frame);
    switch (frame) {
      case Spoken spoken -> {
        backlogRate = spoken.rate();
        waits(spoken.samples().count());
        if (made.add(spoken.epoch())) {
          tell.accept(new PlayoutFact.AudioMade(spoken.epoch()));
        }
      }
      case ReplySignal.ToolCall call -> tell.accept(new PlayoutFact.ToolCalled(call));
      case ReplySignal.Ended ended ->
          tell.accept(new PlayoutFact.Made(ended.epoch(), ended.outcome()));
      case ReplySignal other -> {}
      case Signal signal -> {}
      case Cue cue -> {}
    }
  }

  /**
   * The next frame that may leave.
   *
   * @param audio whether audio may; if not, only what lies before it
   */
  @Nullable Outbound poll(boolean audio) {
    if (!urgent.isEmpty()) {
      return urgent.remove();
    }
    Outbound head = waiting.peek();
    if (!(head instanceof Spoken spoken)) {
      waiting.poll();
      if (head instanceof ReplySignal.TextDelta text) {
        tell.accept(new PlayoutFact.Said(text.epoch(), text.part(), text.text()));
      }
      return head;
    }
    return audio ? slice(spoken) : null;
  }

  /** Puts a cue before everything that waits. */
  void jumpTheQueue(Cue cue) {
    urgent.add(cue);
  }

  Cut cut(Epoch.Lane lane, long upTo) {
    return drop(admission.revoke(lane, upTo));
  }

  Cut cut(Epoch epoch) {
    return drop(admission.revoke(epoch) ? List.of(epoch) : List.of());
  }

  private Cut drop(List<Epoch> cut) {
    long before = backlog;
    waiting.removeIf(
        frame -> {
          boolean gone = frame instanceof OfReply ofReply && cut.contains(ofReply.epoch());
          if (gone && frame instanceof Spoken spoken) {
            waits(-spoken.samples().count());
            drops.count(Drops.CUT, 1);
          }
          return gone;
        });
    cut.forEach(made::remove);
    cut.forEach(audible::remove);
    if (!cut.isEmpty()) {
      urgent.removeIf(Cue.Mark.class::isInstance); // behind the cut, they would mark nothing
      urgent.addFirst(new Cue.Interrupted(cut));
    }
    return new Cut(cut, ledger.of(cut), before - backlog);
  }

  /** Whether the next thing to leave is audio. */
  boolean audioIsNext() {
    return urgent.isEmpty() && waiting.peek() instanceof Spoken;
  }

  /** Whether any audio of a reply has left, and may still be heard. */
  boolean isAudible(Epoch epoch) {
    return audible.contains(epoch);
  }

  /** Whether any audio waits. */
  boolean holdsAudio() {
    return backlog > 0;
  }

  boolean isEmpty() {
    return urgent.isEmpty() && waiting.isEmpty();
  }

  /** Whether more waits than the pace allows. */
  boolean isFull() {
    return backlog >= Position.samples(settings.pace().backlog(), backlogRate)
        || waiting.size() >= MOST_FRAMES;
  }

  private Spoken slice(Spoken head) {
    waiting.remove();
    int longest = Math.max(1, (int) Position.samples(settings.slice(), head.rate()));
    Spoken slice = head;
    if (head.samples().count() > longest) {
      slice = head.head(longest);
      waiting.addFirst(head.tail(longest));
    }
    waits(-slice.samples().count());
    ledger.handedOver(slice);
    if (audible.add(slice.epoch())) {
      tell.accept(new PlayoutFact.FirstAudio(slice.epoch()));
    }
    markIfDue(slice);
    return slice;
  }

  private void waits(long samples) {
    backlog += samples;
    depth.set(backlog, backlogRate);
  }

  private void markIfDue(Spoken slice) {
    unmarked += slice.samples().count();
    boolean last = !(waiting.peek() instanceof Spoken);
    long every = Position.samples(settings.markEvery(), slice.rate());
    if (settings.ear() == Ear.ACKED && (last || unmarked >= every)) {
      unmarked = 0;
      urgent.add(new Cue.Mark(ledger.mark(slice)));
    }
  }

  /**
   * The last of a reply, which has left, has been played by now: nothing of it can be cut any more.
   */
  void played(ReplySignal.Ended last) {
    if (admission.admits(last.epoch())) {
      admission.close(last.epoch());
      made.remove(last.epoch());
      audible.remove(last.epoch());
      tell.accept(
          new PlayoutFact.Drained(
              last.epoch(), last.outcome(), ledger.samples(last.epoch()), backlogRate));
    }
  }
}
