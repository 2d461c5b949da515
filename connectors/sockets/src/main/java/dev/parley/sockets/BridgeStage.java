package dev.parley.sockets;

import org.apache.pekko.Done;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;

/**
 * The stream's end of a connection: what is pushed in is written, what was read comes out. It runs
 * on the connection's event loop, so that neither way costs a hand-over between threads.
 */
final class BridgeStage<T> extends GraphStage<FlowShape<T, T>> {

  private final Inlet<T> in = Inlet.create("BridgeStage.in");
  private final Outlet<T> out = Outlet.create("BridgeStage.out");
  private final FlowShape<T, T> shape = FlowShape.of(in, out);
  private final Wire<T> wire;

  BridgeStage(Wire<T> wire) {
    this.wire = wire;
  }

  @Override
  public FlowShape<T, T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends GraphStageLogic implements InHandler, OutHandler {

    private final AsyncCallback<Done> poke = createAsyncCallback(done -> onPoke());
    private final AsyncCallback<Done> leave = createAsyncCallback(done -> onLeave());
    private boolean attached;
    private boolean leaving;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      if (!wire.isHere()) {
        throw new IllegalStateException(
            "A socket's stream runs on its connection's event loop: give the whole graph"
                + " ActorAttributes.dispatcher(request.dispatcher()), or use socketAnywhere().");
      }
      attached = wire.attach(() -> poke.invoke(Done.getInstance()));
      if (!attached) {
        throw new IllegalStateException("A socket can be run once only.");
      }
      listen();
    }

    @Override
    public void postStop() {
      if (attached) {
        wire.detach();
      }
    }

    @Override
    public void onPush() {
      wire.write(grab(in));
      listen();
    }

    @Override
    public void onUpstreamFinish() {
      wire.finish();
    }

    @Override
    public void onUpstreamFailure(Throwable fault) {
      wire.fail(fault);
      failStage(fault);
    }

    @Override
    public void onPull() {
      speak();
      listen();
    }

    @Override
    public void onDownstreamFinish(Throwable cause) {
      wire.cancel(cause);
      listen();
    }

    private void onPoke() {
      wire.poked();
      speak();
      listen();
    }

    /** Asks the application for more, if it can be sent. */
    private void listen() {
      if (isClosed(in)) {
        return;
      }
      if (wire.isDeaf() && isClosed(out)) {
        goodbye();
      } else if (!hasBeenPulled(in) && (wire.isDeaf() || wire.hasRoom())) {
        pull(in); // also for nobody: who waits to say something may not listen before it is said
      }
    }

    /**
     * Leaves in a turn of its own. To cancel often ends the application, which has to hear the end
     * first; and a pull that is still on its way would take the news there in front of the end.
     */
    private void goodbye() {
      if (!leaving) {
        leaving = true;
        leave.invoke(Done.getInstance());
      }
    }

    private void onLeave() {
      if (!isClosed(in)) {
        cancel(in);
      }
    }

    /** Tells the application what has come, if it wants to hear. */
    private void speak() {
      if (isAvailable(out)) {
        T next = wire.poll();
        if (next != null) {
          push(out, next);
        }
      }
      if (wire.isDone() && !isClosed(out)) {
        complete(out);
      }
    }
  }
}
