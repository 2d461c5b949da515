package dev.parley.testkit.model;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Capabilities.Turns;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.stage.StageCalls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.jspecify.annotations.Nullable;

/** The shared core of the fakes: replies in a queue, frames made on demand. */
final class FakeStage
    extends AbstractGraphStageWithMaterializedValue<FlowShape<Inbound, Outbound>, Control> {

  private final Inlet<Inbound> in = Inlet.create("FakeModel.in");
  private final Outlet<Outbound> out = Outlet.create("FakeModel.out");
  private final FlowShape<Inbound, Outbound> shape = FlowShape.of(in, out);
  private final FakeModel model;
  private final int rate;

  FakeStage(FakeModel model, int rate) {
    this.model = model;
    this.rate = rate;
  }

  @Override
  public FlowShape<Inbound, Outbound> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, Control> createLogicAndMaterializedValuePair(Attributes inherited) {
    Logic logic = new Logic();
    return Pair.create(logic, logic);
  }

  private final class Logic extends GraphStageLogic implements InHandler, OutHandler, Control {

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final Capabilities can = model.capabilities();
    private final Deque<Outbound> ready = new ArrayDeque<>();
    private final Deque<FakeReply> replies = new ArrayDeque<>();
    private final Map<Epoch.Lane, Long> last = new EnumMap<>(Epoch.Lane.class);
    private final Set<String> items = new HashSet<>();
    private final LoudEar ear = new LoudEar();
    private Position translated = Position.start(rate);

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      pull(in);
    }

    @Override
    public void onPush() {
      Inbound frame = grab(in);
      if (frame instanceof Captured audio) {
        switch (can.turns()) {
          case OURS -> {}
          case THEIRS -> ear.hear(audio, this::heard);
          case NONE -> translate(audio);
        }
      }
      pull(in);
      move();
    }

    @Override
    public void onPull() {
      move();
    }

    @Override
    public void onUpstreamFinish() {
      replies.clear(); // nobody is left to listen
      if (translated.sample() > 0) {
        ready.add(new ReplySignal.PartEnded(main(), 0));
        ready.add(new ReplySignal.Ended(main(), ReplySignal.Outcome.COMPLETED));
      }
      move();
    }

    /** What the model hears by itself; its own barge-in stops what it is making. */
    private void heard(Signal fact) {
      ready.add(fact);
      if (fact instanceof Signal.SpeechStarted) {
        replies.removeIf(reply -> reply.epoch().lane() == Epoch.Lane.MAIN);
      } else if (fact instanceof Signal.TurnEnded) {
        begin(new Epoch(Epoch.Lane.MAIN, last.getOrDefault(Epoch.Lane.MAIN, 0L) + 1), "answer");
      }
    }

    private static Epoch main() {
      return new Epoch(Epoch.Lane.MAIN, 1);
    }

    private void translate(Captured audio) {
      if (translated.sample() == 0) {
        ready.add(new ReplySignal.Started(main()));
        ready.add(new ReplySignal.PartStarted(main(), 0, ReplySignal.Kind.SPEECH));
      }
      Spoken said =
          new Spoken(
              main(),
              0,
              translated,
              FakeModel.speech(main(), translated.sample(), audio.samples().count()));
      translated = said.end();
      ready.add(said);
    }

    private void move() {
      if (isAvailable(out)) {
        Outbound next = next();
        if (next != null) {
          push(out, next);
        }
      }
      if (isClosed(in) && ready.isEmpty() && replies.isEmpty()) {
        completeStage();
      }
    }

    private @Nullable Outbound next() {
      if (!ready.isEmpty()) {
        return ready.remove();
      }
      while (!replies.isEmpty()) {
        FakeReply reply = replies.element();
        Outbound frame = reply.poll();
        if (frame == null) {
          replies.remove();
        } else {
          if (can.parallelReplies()) {
            replies.add(replies.remove()); // a frame of each in turn
          }
          return frame;
        }
      }
      return null;
    }

    private Ack begin(Epoch epoch, String words) {
      if (epoch.n() <= last.getOrDefault(epoch.lane(), 0L)) {
        return Ack.NOTHING;
      }
      last.put(epoch.lane(), epoch.n());
      replies.add(new FakeReply(epoch, words, Position.samples(model.reply(), rate), rate));
      return Ack.DONE;
    }

    private Ack obey(Command command) {
      return switch (command) {
        case Command.Reply reply
            when can.turns() == Turns.NONE
                || (reply.epoch().lane() == Epoch.Lane.SIDE && !can.parallelReplies()) ->
            Ack.UNSUPPORTED;
        case Command.Reply reply -> begin(reply.epoch(), "answer");
        case Command.Say say when can.say() == Capabilities.Say.NO -> Ack.UNSUPPORTED;
        case Command.Say say -> begin(say.epoch(), say.text());
        case Command.Cancel cancel when !can.cancel() -> Ack.UNSUPPORTED;
        case Command.Cancel cancel ->
            did(replies.removeIf(reply -> reply.epoch().equals(cancel.epoch())));
        case Command.Truncate cut when !can.truncate() -> Ack.UNSUPPORTED;
        case Command.Truncate cut ->
            did(cut.heard().epoch().n() <= last.getOrDefault(cut.heard().epoch().lane(), 0L));
        case Command.ToolResult result -> can.tools() ? Ack.NOTHING : Ack.UNSUPPORTED;
        case Command.AddItem add -> did(items.add(add.item().id()));
        case Command.RemoveItem remove -> did(items.remove(remove.itemId()));
        case Command.Commit commit -> Ack.DONE;
        case Command.Clear clear -> Ack.DONE;
        case Command.Configure configure -> Ack.DONE;
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
  }
}
