package dev.parley.prometheus;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.prometheus.Metric.ReplyStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long one call's replies let the caller wait, told when the first audio of each has left.
 *
 * <p>Only the first audible reply after a turn of the caller's is an answer to it, and has a
 * latency, a {@code detect} and a {@code decide}. The other replies of the conversation (to text,
 * to a push of a button) have a {@code model} and a {@code playout} only. A reply that calls tools
 * and says nothing leaves the turn to the reply that follows: {@code tools} is the time between the
 * two requests.
 *
 * <p>One owner.
 */
final class ReplyTimes {

  /** Replies that can be open at a time; of more, the oldest are not measured. */
  private static final int MOST_OPEN = 8;

  private static final long NEVER = Long.MIN_VALUE;

  private record Turn(long speechEnd, long known) {}

  private static final class Reply {
    final Epoch epoch;
    final long asked;
    long started = NEVER;
    boolean audible;
    boolean calls;

    Reply(Epoch epoch, long asked) {
      this.epoch = epoch;
      this.asked = asked;
    }
  }

  private final Series series;
  private final long answerWithin;
  private final AudioLine audio = new AudioLine();
  private final List<Reply> open = new ArrayList<>(2);
  private @Nullable Turn unanswered;
  private @Nullable Turn answering;
  private long firstAsked;
  private boolean adopted;

  ReplyTimes(Series series, long answerWithin) {
    this.series = series;
    this.answerWithin = answerWithin;
  }

  /** A fact about the caller came by. */
  void caller(Signal fact, long at) {
    switch (fact) {
      case Signal.SpeechStarted started -> {
        audio.startAnew();
        audio.align(at, started.detected());
      }
      case Signal.SpeechStopped stopped -> audio.align(at, stopped.detected());
      case Signal.TurnEnded ended -> {
        audio.align(at, ended.at());
        unanswered = new Turn(audio.time(ended.speechEnd()), at);
      }
      default -> {} // no turn begins or ends
    }
  }

  void asked(Epoch epoch, long at) {
    if (epoch.lane() == Epoch.Lane.MAIN && unanswered != null) {
      answering = isFresh(unanswered, at) ? unanswered : null;
      unanswered = null;
      firstAsked = at;
      adopted = false;
    }
    added(epoch, at);
  }

  /** The first frame came. Without having been asked for, if the model began of its own accord. */
  void started(Epoch epoch, long at) {
    Reply reply = find(epoch);
    if (reply == null) {
      Turn turn = epoch.lane() == Epoch.Lane.MAIN ? unanswered : null;
      if (turn != null && isFresh(turn, at)) {
        asked(epoch, turn.known);
        adopted = true;
      } else {
        asked(epoch, at);
      }
      reply = Objects.requireNonNull(find(epoch));
    }
    reply.started = at;
  }

  void toolCalled(Epoch epoch) {
    Reply reply = find(epoch);
    if (reply != null) {
      reply.calls = true;
    }
  }

  void firstAudio(Epoch epoch, long at) {
    Reply reply = find(epoch);
    if (reply == null) {
      return;
    }
    reply.audible = true;
    if (epoch.lane() != Epoch.Lane.MAIN) {
      return;
    }
    Turn turn = answering;
    answering = null;
    if (turn != null) {
      series.span(Metric.REPLY_LATENCY, turn.speechEnd, at);
      stage(ReplyStage.DETECT, turn.speechEnd, turn.known);
      if (!adopted) {
        stage(ReplyStage.DECIDE, turn.known, firstAsked);
      }
      if (reply.asked != firstAsked) {
        stage(ReplyStage.TOOLS, firstAsked, reply.asked);
      }
    }
    long made = reply.started == NEVER ? at : reply.started;
    stage(ReplyStage.MODEL, reply.asked, made);
    stage(ReplyStage.PLAYOUT, made, at);
  }

  void over(Epoch epoch, ReplySignal.Outcome outcome) {
    Reply reply = find(epoch);
    if (reply == null) {
      return;
    }
    open.remove(reply);
    boolean more = reply.calls && outcome == ReplySignal.Outcome.COMPLETED;
    if (mayAnswer(reply) && !more && open.stream().noneMatch(this::mayAnswer)) {
      answering = null; // the turn was answered without a sound, or not at all
    }
  }

  /** Whether the caller hears any of these replies. */
  boolean isAnyAudible(List<Epoch> epochs) {
    return open.stream().anyMatch(reply -> reply.audible && epochs.contains(reply.epoch));
  }

  /** Whether the caller hears anything that they could interrupt. */
  boolean isAnyAudible() {
    return open.stream().anyMatch(r -> r.audible && r.epoch.lane() != Epoch.Lane.SIDE);
  }

  private boolean isFresh(Turn turn, long at) {
    return at - turn.known <= answerWithin;
  }

  private boolean mayAnswer(Reply reply) {
    return reply.epoch.lane() == Epoch.Lane.MAIN && reply.asked >= firstAsked;
  }

  private void added(Epoch epoch, long asked) {
    if (open.size() == MOST_OPEN) {
      open.removeFirst();
    }
    open.add(new Reply(epoch, asked));
  }

  private @Nullable Reply find(Epoch epoch) {
    for (Reply reply : open) {
      if (reply.epoch.equals(epoch)) {
        return reply;
      }
    }
    return null;
  }

  private void stage(ReplyStage stage, long from, long to) {
    series.span(Metric.REPLY_STAGE, from, to, Metric.label(stage));
  }
}
