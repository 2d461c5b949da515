package dev.parley.conformance.server;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.stage.StageCalls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** One session of a {@link RecitalModel}. Replies of all lanes run side by side. */
final class RecitalStage
    extends AbstractGraphStageWithMaterializedValue<FlowShape<Inbound, Outbound>, Control> {

  private final Inlet<Inbound> in = Inlet.create("Recital.in");
  private final Outlet<Outbound> out = Outlet.create("Recital.out");
  private final FlowShape<Inbound, Outbound> shape = FlowShape.of(in, out);
  private final RecitalModel model;
  private final Brief brief;

  RecitalStage(RecitalModel model, Brief brief) {
    this.model = model;
    this.brief = brief;
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
    private final Map<Epoch, Performance> running = new LinkedHashMap<>();
    private final Deque<Outbound> heard = new ArrayDeque<>();
    private Brief now = brief;
    private int recital;

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
      grab(in);
      pull(in);
    }

    @Override
    public void onPull() {
      move();
    }

    private void move() {
      Outbound next = isAvailable(out) ? next() : null;
      if (next != null) {
        push(out, next);
      }
    }

    private @Nullable Outbound next() {
      Outbound frame = heard.poll();
      for (Epoch epoch : running.keySet().toArray(new Epoch[0])) {
        if (frame == null) {
          Performance performance = running.remove(epoch);
          frame = performance.poll();
          if (!performance.isOver()) {
            running.put(epoch, performance); // behind the others: each in turn
          }
        }
      }
      return frame;
    }

    private Ack obey(Command command) {
      return switch (command) {
        case Command.Reply reply -> begin(reply.spec(), reply.epoch());
        case Command.Say say -> begin(say.epoch(), Recital.say(say.text()), Output.SPEECH);
        case Command.Cancel cancel ->
            running.remove(cancel.epoch()) == null ? Ack.NOTHING : Ack.DONE;
        case Command.Commit commit -> understand(commit.until());
        case Command.Configure configure -> {
          now = configure.brief();
          yield Ack.DONE;
        }
        default -> Ack.DONE; // it remembers nothing
      };
    }

    private Ack begin(ReplySpec spec, Epoch epoch) {
      Recital next = model.replies().get(recital++ % model.replies().size());
      return begin(epoch, next, spec.own().orElse(now).output());
    }

    private Ack begin(Epoch epoch, Recital what, Output output) {
      running.put(epoch, new Performance(epoch, what, output));
      return Ack.DONE;
    }

    /** Tells the caller's words, half of them first, and then all. */
    private Ack understand(Position until) {
      if (now.transcription().isPresent() && model.hears().isPresent()) {
        String words = model.hears().get();
        int middle = words.length() / 2;
        heard.add(new Signal.Words(words.substring(0, middle), until, /* complete= */ false));
        heard.add(new Signal.Words(words.substring(middle), until, /* complete= */ false));
        heard.add(new Signal.Words(words, until, /* complete= */ true));
      }
      return Ack.DONE;
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
