package dev.parley.engine.script;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One session of a model that follows a script: takes commands, gives frames. Knows neither streams
 * nor threads nor time; one owner.
 */
final class Mind implements Desk {

  private final String name;
  private final int rate;
  private final boolean hasVoice;
  private final Script script;
  private final Hands hands;
  private final Replies replies = new Replies();
  private final Transcripts transcripts = new Transcripts();
  private final Memory memory = new Memory();
  private final Told told = new Told();
  private final Deque<Signal> signals = new ArrayDeque<>();
  private Brief brief;

  /**
   * @param name the model's, for failures
   * @param rate samples a second of what it speaks
   * @param hasVoice whether it can {@code Say}
   * @param scripts makes the session's script
   */
  Mind(
      String name,
      int rate,
      boolean hasVoice,
      Brief brief,
      Function<? super Desk, ? extends Script> scripts,
      Hands hands) {
    this.name = name;
    this.rate = rate;
    this.hasVoice = hasVoice;
    this.brief = brief;
    this.hands = hands;
    script = scripts.apply(this);
  }

  void open() {
    script.configure(brief);
  }

  void close() {
    script.close();
  }

  void hear(Inbound frame) {
    script.hear(frame);
  }

  /**
   * The next frame, or null if none is ready. Facts, and what the caller said, go before any
   * answer.
   */
  @Nullable Outbound poll() {
    Outbound fact = signals.isEmpty() ? transcripts.poll() : signals.poll();
    Outbound frame = fact != null ? fact : replies.poll();
    if (frame instanceof ReplySignal.PartStarted part && part.epoch().lane() != Epoch.Lane.SIDE) {
      memory.note(ItemIds.ofPart(part.epoch(), part.part()));
    }
    if (frame != null) {
      told.note(frame);
    }
    return frame;
  }

  /** A reply has been thought about for long enough. */
  void thought(Epoch epoch) {
    replies.get(epoch).ifPresent(Reply::thought);
  }

  /** What is being made. */
  Collection<Reply> replies() {
    return replies.all();
  }

  Ack obey(Command command) {
    return switch (command) {
      case Command.Reply ask -> {
        Asked asked = new Asked(ask.epoch(), ask.spec(), brief);
        yield begin(ask.epoch(), asked.brief(), decided -> script.answer(asked, decided));
      }
      case Command.Say(String text, Epoch epoch) ->
          hasVoice
              ? begin(
                  epoch,
                  Brief.defaults(),
                  decided -> decided.accept(Line.of(Duration.ZERO, new Act.Tell(text))))
              : Ack.UNSUPPORTED;
      case Command.Cancel stop -> cancel(stop.epoch());
      case Command.Truncate cut -> {
        script.cut(cut.heard(), told.letters(cut.heard()));
        yield did(replies.knows(cut.heard().epoch()));
      }
      case Command.Commit turn -> commit(turn.until());
      case Command.Clear clear -> {
        script.clear(clear.until());
        yield Ack.DONE;
      }
      case Command.AddItem add -> add(add.item());
      case Command.RemoveItem remove -> did(memory.remove(remove.itemId()));
      case Command.ToolResult result -> toolResult(result.callId(), result.output());
      case Command.Configure configure -> {
        brief = configure.brief();
        script.configure(brief);
        yield Ack.DONE;
      }
    };
  }

  private Ack begin(Epoch epoch, Brief own, Consumer<Consumer<Line>> decision) {
    if (replies.knows(epoch)) {
      return Ack.NOTHING;
    }
    Reply reply = new Reply(new PartMaker(epoch, own, rate, calls(epoch)));
    replies.add(reply);
    decision.accept(line -> decided(reply, line));
    return Ack.DONE;
  }

  private void decided(Reply reply, Line line) {
    if (replies.get(reply.epoch()).isEmpty()) {
      return; // it was cancelled meanwhile
    }
    reply.decide(
        line.acts().iterator(),
        line.breaksDown()
            ? Optional.of(new Signal.Failure(name, "it breaks down here, as it was told to"))
            : Optional.empty());
    if (line.think().isZero()) {
      reply.thought();
    } else {
      hands.think(reply.epoch(), line.think());
    }
  }

  private Ack cancel(Epoch epoch) {
    boolean isMade = replies.cancel(epoch);
    if (isMade) {
      script.cancelled(epoch, told.isSilent(epoch));
    }
    return did(isMade);
  }

  private Ack add(Item item) {
    boolean isNew = memory.add(item);
    if (isNew) {
      script.told(item);
    }
    return did(isNew);
  }

  private Calls calls(Epoch epoch) {
    return new Calls() {
      @Override
      public String begin() {
        return memory.nextCall();
      }

      @Override
      public void made(String callId, String tool, int part) {
        script.called(epoch, tool, callId);
        memory.openCall(ItemIds.ofPart(epoch, part), callId, epoch.lane());
      }
    };
  }

  private Ack commit(Position until) {
    script.commit(until);
    memory.note(ItemIds.ofTurn(until));
    return Ack.DONE;
  }

  private Ack toolResult(String callId, String output) {
    Optional<Epoch.Lane> lane = memory.closeCall(callId);
    lane.ifPresent(open -> memory.note(ItemIds.ofResult(callId)));
    lane.filter(Epoch.Lane.MAIN::equals).ifPresent(main -> script.answered(callId, output));
    return did(lane.isPresent());
  }

  // ---- the desk of its script

  @Override
  public <T> void elsewhere(
      Callable<? extends T> job, Consumer<? super T> then, Consumer<? super Throwable> failed) {
    hands.elsewhere(job, then, failed);
  }

  @Override
  public void words(String more, Position at) {
    if (brief.transcription().isPresent()) {
      transcripts.more(more, at);
    }
  }

  @Override
  public void turn(String text, Position until) {
    if (brief.transcription().isPresent()) {
      transcripts.whole(text, until);
    }
  }

  @Override
  public void tell(Signal signal) {
    signals.add(signal);
  }

  private static Ack did(boolean something) {
    return something ? Ack.DONE : Ack.NOTHING;
  }
}
