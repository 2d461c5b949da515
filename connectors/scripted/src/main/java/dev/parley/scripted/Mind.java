package dev.parley.scripted;

import dev.parley.engine.conversation.Brief;
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
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One session of a model that follows a script: takes commands, gives frames. Knows neither streams
 * nor threads nor time; one owner.
 */
final class Mind {

  private final String name;
  private final int rate;
  private final boolean hasVoice;
  private final Script script;
  private final BiConsumer<Epoch, Duration> thinks;
  private final Replies replies = new Replies();
  private final Transcripts transcripts = new Transcripts();
  private final Memory memory = new Memory();
  private Brief brief;

  /**
   * @param name the model's, for failures
   * @param rate samples a second of what it speaks
   * @param hasVoice whether it can {@code Say}
   * @param thinks is told how long a reply is thought about; {@link #thought} is called then
   */
  Mind(
      String name,
      int rate,
      boolean hasVoice,
      Brief brief,
      Script script,
      BiConsumer<Epoch, Duration> thinks) {
    this.name = name;
    this.rate = rate;
    this.hasVoice = hasVoice;
    this.brief = brief;
    this.script = script;
    this.thinks = thinks;
  }

  void hear(Inbound frame) {
    script.hear(frame);
  }

  /** The next frame, or null if none is ready. What the caller said goes before any answer. */
  @Nullable Outbound poll() {
    Outbound words = transcripts.poll();
    Outbound frame = words != null ? words : replies.poll();
    if (frame instanceof ReplySignal.PartStarted part && part.epoch().lane() != Epoch.Lane.SIDE) {
      memory.note(ItemIds.ofPart(part.epoch(), part.part()));
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
        yield begin(ask.epoch(), asked.brief(), () -> script.answer(asked));
      }
      case Command.Say(String text, Epoch epoch) ->
          hasVoice
              ? begin(epoch, Brief.defaults(), () -> Line.of(Duration.ZERO, new Act.Tell(text)))
              : Ack.UNSUPPORTED;
      case Command.Cancel stop -> did(replies.cancel(stop.epoch()));
      case Command.Truncate cut -> did(replies.knows(cut.heard().epoch()));
      case Command.Commit turn -> commit(turn.until());
      case Command.Clear clear -> {
        script.clear(clear.until());
        yield Ack.DONE;
      }
      case Command.AddItem add -> did(memory.add(add.item()));
      case Command.RemoveItem remove -> did(memory.remove(remove.itemId()));
      case Command.ToolResult result -> toolResult(result.callId());
      case Command.Configure configure -> {
        brief = configure.brief();
        yield Ack.DONE;
      }
    };
  }

  private Ack begin(Epoch epoch, Brief told, Supplier<Line> decision) {
    if (replies.knows(epoch)) {
      return Ack.NOTHING;
    }
    Line line = decision.get();
    Reply reply =
        new Reply(
            new PartMaker(epoch, told, rate, calls(epoch)),
            line.acts().iterator(),
            line.breaksDown()
                ? Optional.of(new Signal.Failure(name, "it breaks down here, as it was told to"))
                : Optional.empty());
    replies.add(reply);
    if (line.think().isZero()) {
      reply.thought();
    } else {
      thinks.accept(epoch, line.think());
    }
    return Ack.DONE;
  }

  private Calls calls(Epoch epoch) {
    return new Calls() {
      @Override
      public String begin() {
        return memory.nextCall();
      }

      @Override
      public void made(String callId, int part) {
        script.called(epoch);
        memory.openCall(ItemIds.ofPart(epoch, part), callId, epoch.lane());
      }
    };
  }

  private Ack commit(Position until) {
    script.commit(until);
    memory.note(ItemIds.ofTurn(until));
    if (brief.transcription().isPresent()) {
      script.words().ifPresent(words -> transcripts.add(words, until));
    }
    return Ack.DONE;
  }

  private Ack toolResult(String callId) {
    Optional<Epoch.Lane> lane = memory.closeCall(callId);
    lane.ifPresent(open -> memory.note(ItemIds.ofResult(callId)));
    lane.filter(Epoch.Lane.MAIN::equals).ifPresent(main -> script.answered());
    return did(lane.isPresent());
  }

  private static Ack did(boolean something) {
    return something ? Ack.DONE : Ack.NOTHING;
  }
}
