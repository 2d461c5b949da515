package dev.parley.recorder.replay;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.model.Ack;
import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model once gave, given again: the frames of a reply as long after it is asked for as they
 * came then, all others at their times. It is never asked anything new. One owner.
 */
final class ModelTape {

  /** A reply that was stopped then and is not now ends so much later: nobody knows the rest. */
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

  private static final int BEHIND_ALL = Integer.MAX_VALUE - 1;

  private record Due(long nanos, int order, Outbound frame) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Integer.compare(order, other.order);
    }

    boolean isOf(Epoch epoch) {
      return frame instanceof OfReply of && of.epoch().equals(epoch);
    }
  }

  private final boolean cancels;
  private final Map<Epoch, List<Due>> replies = new HashMap<>();
  private final Map<Epoch, Long> askedAt = new HashMap<>();
  private final Map<Epoch, Ack> answers = new HashMap<>();
  private final Set<Epoch> open = new HashSet<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>();

  ModelTape(Recorded recorded) {
    cancels = recorded.about().model().can().cancel();
    for (Recorded.Asked asked : recorded.asked()) {
      if (asked.wantsReply()) {
        Epoch epoch = asked.epoch().orElseThrow();
        Ack ack = recorded.answers().getOrDefault(asked.n(), Ack.DONE);
        if (ack == Ack.DONE && answers.put(epoch, ack) != Ack.DONE) {
          askedAt.put(epoch, asked.nanos());
          replies.put(epoch, new ArrayList<>());
        } else {
          answers.putIfAbsent(epoch, ack);
        }
      }
    }
    sort(recorded.fromModel());
    closeOpenEnds(recorded);
  }

  private void sort(List<Entry> given) {
    for (int i = 0; i < given.size(); i++) {
      Entry entry = given.get(i);
      if (entry.what() instanceof Happening.FromModel(var frame)) {
        List<Due> reply = frame instanceof OfReply of ? replies.get(of.epoch()) : null;
        (reply == null ? due : reply).add(new Due(entry.nanos(), i, frame));
      }
    }
  }

  private void closeOpenEnds(Recorded recorded) {
    for (Recorded.Asked asked : recorded.asked()) {
      Epoch epoch = asked.epoch().orElse(null);
      List<Due> reply = epoch == null || !asked.cancels() ? null : replies.get(epoch);
      if (epoch == null || reply == null) {
        continue;
      }
      if (!reply.isEmpty() && reply.getLast().frame instanceof ReplySignal.Ended) {
        continue;
      }
      long end = asked.nanos() + PATIENCE;
      if (reply.isEmpty()) {
        reply.add(new Due(end, BEHIND_ALL, new ReplySignal.Started(epoch)));
      }
      ReplySignal last = new ReplySignal.Ended(epoch, ReplySignal.Outcome.LIMITED);
      reply.add(new Due(end, BEHIND_ALL + 1, last));
    }
  }

  /** A reply is wanted. */
  Ack ask(Epoch epoch, long now) {
    List<Due> reply = replies.remove(epoch);
    if (reply == null) {
      Ack answer = answers.getOrDefault(epoch, Ack.UNSUPPORTED);
      return answer == Ack.DONE ? Ack.NOTHING : answer;
    }
    open.add(epoch);
    long then = askedAt.getOrDefault(epoch, now);
    for (Due frame : reply) {
      due.add(new Due(Punctuality.due(then, frame.nanos, now), frame.order, frame.frame));
    }
    return Ack.DONE;
  }

  /** A reply is not wanted any more. */
  Ack cancel(Epoch epoch) {
    if (!cancels) {
      return Ack.UNSUPPORTED;
    }
    due.removeIf(frame -> frame.isOf(epoch));
    return open.remove(epoch) ? Ack.DONE : Ack.NOTHING;
  }

  /** The next frame, if its time has come. */
  @Nullable Outbound poll(long now) {
    Due next = due.peek();
    if (next == null || next.nanos > now) {
      return null;
    }
    Outbound frame = due.remove().frame;
    switch (frame) {
      case ReplySignal.Started started -> open.add(started.epoch());
      case ReplySignal.Ended ended -> open.remove(ended.epoch());
      default -> {}
    }
    return frame;
  }

  /** When the next frame comes, if any does. */
  OptionalLong next() {
    Due next = due.peek();
    return next == null ? OptionalLong.empty() : OptionalLong.of(next.nanos);
  }
}
