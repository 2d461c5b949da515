package dev.parley.scripted;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.Voice;
import dev.parley.engine.stage.StageCalls;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/**
 * A model that follows a script: listens all the time, answers when it is told to, as fast as it is
 * asked for more. When the caller's audio ends, so does it.
 */
final class SpeakingStage
    extends AbstractGraphStageWithMaterializedValue<FlowShape<Inbound, Outbound>, Control> {

  private final Inlet<Inbound> in = Inlet.create("SpeakingStage.in");
  private final Outlet<Outbound> out = Outlet.create("SpeakingStage.out");
  private final FlowShape<Inbound, Outbound> shape = FlowShape.of(in, out);
  private final String name;
  private final int rate;
  private final Optional<Voice> voice;
  private final Supplier<Script> scripts;

  /**
   * @param name the model's, for failures
   * @param rate samples a second of what it speaks
   * @param voice speaks texts, at that rate; a model without one cannot {@code Say}
   * @param scripts makes the script of each session
   */
  SpeakingStage(String name, int rate, Optional<Voice> voice, Supplier<Script> scripts) {
    this.name = name;
    this.rate = rate;
    this.voice = voice;
    this.scripts = scripts;
  }

  @Override
  public FlowShape<Inbound, Outbound> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, Control> createLogicAndMaterializedValuePair(Attributes inherited) {
    Logic logic = new Logic(scripts.get());
    return Pair.create(logic, logic);
  }

  private final class Logic extends TimerGraphStageLogic implements InHandler, OutHandler, Control {

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final Script script;
    private final Replies replies = new Replies();
    private final Map<Epoch, PhraseJob> jobs = new HashMap<>();
    private final Memory memory = new Memory();

    Logic(Script script) {
      super(shape);
      this.script = script;
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      pull(in);
    }

    @Override
    public void postStop() {
      jobs.values().forEach(PhraseJob::abandon);
    }

    @Override
    public void onPush() {
      script.hear(grab(in));
      pull(in);
    }

    @Override
    public void onPull() {
      move();
    }

    @Override
    public void onTimer(Object epoch) {
      replies.get((Epoch) epoch).ifPresent(this::think);
      move();
    }

    /** Hands over what is ready, and lets the voice go on where little is left. */
    private void move() {
      Outbound next = isAvailable(out) ? replies.poll() : null;
      if (next != null) {
        push(out, next);
      }
      voice.ifPresent(
          v -> {
            for (Reply reply : replies.all()) {
              reply.nextPhrase().ifPresent(phrase -> speak(v, reply, phrase));
            }
          });
    }

    private void speak(Voice with, Reply reply, String phrase) {
      PhraseJob job = new PhraseJob(calls, new Speaking(reply));
      jobs.put(reply.epoch(), job);
      job.start(materializer().system(), with, phrase);
    }

    private Ack begin(Epoch epoch, Supplier<Line> line) {
      if (replies.knows(epoch)) {
        return Ack.NOTHING;
      }
      Line decided = line.get();
      Reply reply = new Reply(epoch, decided.act(), rate);
      replies.add(reply);
      if (decided.think().isZero()) {
        think(reply);
      } else {
        scheduleOnce(epoch, decided.think());
      }
      return Ack.DONE;
    }

    private void think(Reply reply) {
      String callId = "";
      if (reply.act() instanceof Act.Call) {
        callId = memory.openCall();
        script.called();
      }
      reply.thought(callId);
    }

    private Ack cancel(Epoch epoch) {
      cancelTimer(epoch);
      PhraseJob job = jobs.remove(epoch);
      if (job != null) {
        job.abandon();
      }
      return did(replies.cancel(epoch));
    }

    private Ack toolResult(String callId) {
      boolean known = memory.closeCall(callId);
      if (known) {
        script.answered();
      }
      return did(known);
    }

    private Ack obey(Command command) {
      return switch (command) {
        case Command.Reply ask -> begin(ask.epoch(), () -> script.answer(ask.epoch(), ask.spec()));
        case Command.Say say ->
            voice.isEmpty()
                ? Ack.UNSUPPORTED
                : begin(say.epoch(), () -> new Line(Duration.ZERO, new Act.Speak(say.text())));
        case Command.Cancel stop -> cancel(stop.epoch());
        case Command.Truncate cut -> did(replies.knows(cut.heard().epoch()));
        case Command.Commit turn -> {
          script.commit(turn.until());
          yield Ack.DONE;
        }
        case Command.Clear clear -> {
          script.clear(clear.until());
          yield Ack.DONE;
        }
        case Command.AddItem add -> did(memory.add(add.item().id()));
        case Command.RemoveItem remove -> did(memory.remove(remove.itemId()));
        case Command.ToolResult result -> toolResult(result.callId());
        case Command.Configure configure -> Ack.DONE; // a script heeds no instructions
      };
    }

    private static Ack did(boolean something) {
      return something ? Ack.DONE : Ack.NOTHING;
    }

    @Override
    public CompletionStage<Ack> send(Command command) {
      return calls.ask(
          () -> {
            Ack ack = obey(command);
            move();
            return ack;
          },
          Ack.GONE);
    }

    /** Takes what the voice makes of a reply's phrase, unless the reply was cancelled meanwhile. */
    private final class Speaking implements PhraseJob.Listener {

      private final Reply reply;

      Speaking(Reply reply) {
        this.reply = reply;
      }

      @Override
      public void piece(Samples audio) {
        reply.piece(audio);
        move();
      }

      @Override
      public void spoken(long samples) {
        jobs.remove(reply.epoch());
        reply.phraseSpoken(samples);
        move();
      }

      @Override
      public void failed() {
        jobs.remove(reply.epoch());
        reply.fail(new Signal.Failure(name, "its voice broke down"));
        move();
      }
    }
  }
}
