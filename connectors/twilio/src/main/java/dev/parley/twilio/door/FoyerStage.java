package dev.parley.twilio.door;

import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.MessageReader;
import dev.parley.twilio.messages.Read;
import java.time.Duration;
import org.apache.pekko.japi.function.Procedure;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a socket waits for its stream's {@code start}: only that tells whose call it is. Then it is
 * handed to the call, frame by frame, and the foyer is but a corridor.
 *
 * <p>Joined to a socket: takes what Twilio says, gives what it is told.
 */
public final class FoyerStage extends GraphStage<FlowShape<WsFrame, WsFrame>> {

  private static final Logger LOG = LoggerFactory.getLogger(FoyerStage.class);

  /** The message before {@code start}, and a few that are not known yet. */
  private static final int MOST_BEFORE_START = 4;

  private final Inlet<WsFrame> in = Inlet.create("Foyer.in");
  private final Outlet<WsFrame> out = Outlet.create("Foyer.out");
  private final FlowShape<WsFrame, WsFrame> shape = FlowShape.of(in, out);
  private final Duration patience;
  private final Doorkeeper keeper;

  /**
   * @param patience how soon the stream has to begin
   */
  public FoyerStage(Duration patience, Doorkeeper keeper) {
    this.patience = patience;
    this.keeper = keeper;
  }

  @Override
  public FlowShape<WsFrame, WsFrame> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic {

    private static final String TOO_LATE = "too late";

    private final SubSourceOutlet<WsFrame> toCall = new SubSourceOutlet<>("Foyer.toCall");
    private final SubSinkInlet<WsFrame> fromCall = new SubSinkInlet<>("Foyer.fromCall");
    private final AsyncCallback<Doorkeeper.Verdict> decided = createAsyncCallback(decision());
    private boolean waiting = true;
    private boolean inside;
    private boolean wanted;
    private int before;

    Logic() {
      super(shape);
      setHandler(in, new FromSocket());
      setHandler(out, new ToSocket());
      toCall.setHandler(new ToCall());
      fromCall.setHandler(new FromCall());
    }

    @Override
    public void preStart() {
      scheduleOnce(TOO_LATE, patience);
      pull(in);
    }

    @Override
    public void onTimer(Object timer) {
      refuse(CloseCode.POLICY, "the stream did not begin in time");
    }

    private void arrive(WsFrame frame) {
      switch (frame) {
        case WsFrame.Text text -> take(MessageReader.fromTwilio(text.utf8()));
        case WsFrame.Binary binary -> refuse(CloseCode.POLICY, "a message must be text");
        case WsFrame.Ping ping -> pull(in);
        case WsFrame.Pong pong -> pull(in);
        case WsFrame.Close close -> completeStage();
      }
    }

    private void take(Read<FromTwilio> message) {
      switch (message) {
        case Read.Good<FromTwilio>(FromTwilio.Start start) -> {
          cancelTimer(TOO_LATE);
          waiting = false;
          keeper
              .admit(
                  start,
                  Flow.fromSinkAndSource(
                      Sink.fromGraph(fromCall.sink()), Source.fromGraph(toCall.source())))
              .exceptionallyAsync(
                  fault ->
                      new Doorkeeper.Verdict.Out(
                          CloseCode.INTERNAL_ERROR, "the call could not be made"),
                  Runnable::run)
              .thenAcceptAsync(decided::invoke, Runnable::run);
        }
        case Read.Good<FromTwilio>(FromTwilio.Connected connected) -> askForMore();
        case Read.Unknown<FromTwilio> unknown -> askForMore();
        case Read.Good<FromTwilio> other ->
            refuse(CloseCode.POLICY, "the stream must begin with start");
        case Read.Bad<FromTwilio>(String why) -> refuse(CloseCode.POLICY, why);
      }
    }

    private void askForMore() {
      if (++before > MOST_BEFORE_START) {
        refuse(CloseCode.POLICY, "the stream must begin with start");
      } else {
        pull(in);
      }
    }

    private Procedure<Doorkeeper.Verdict> decision() {
      return verdict -> {
        switch (verdict) {
          case Doorkeeper.Verdict.In yes -> {
            inside = true;
            move();
          }
          case Doorkeeper.Verdict.Out(int code, String reason) -> refuse(code, reason);
        }
      };
    }

    private void refuse(int code, String reason) {
      LOG.info("a media stream was refused: {}", reason);
      waiting = false;
      emit(out, new WsFrame.Close(code, reason), this::completeStage);
    }

    /** Asks either side for more, as far as the other wants it. */
    private void move() {
      if (inside && wanted && !isClosed(in) && !hasBeenPulled(in)) {
        pull(in);
      }
      if (inside && isAvailable(out) && !fromCall.hasBeenPulled() && !fromCall.isClosed()) {
        fromCall.pull();
      }
    }

    private final class FromSocket extends AbstractInHandler {
      @Override
      public void onPush() {
        WsFrame frame = grab(in);
        if (waiting) {
          arrive(frame);
        } else if (toCall.isClosed()) {
          pull(in); // nobody listens; only the end is waited for
        } else {
          wanted = false;
          toCall.push(frame);
        }
      }

      @Override
      public void onUpstreamFinish() {
        if (waiting) {
          completeStage();
        } else {
          toCall.complete();
        }
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        onUpstreamFinish(); // the call is told that the socket is gone
      }
    }

    private final class ToSocket extends AbstractOutHandler {
      @Override
      public void onPull() {
        move();
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        if (waiting) {
          completeStage();
        } else {
          fromCall.cancel();
        }
      }
    }

    private final class ToCall extends AbstractOutHandler {
      @Override
      public void onPull() {
        wanted = true;
        move();
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        wanted = true;
        move();
      }
    }

    private final class FromCall extends AbstractInHandler {
      @Override
      public void onPush() {
        push(out, fromCall.grab());
      }

      @Override
      public void onUpstreamFinish() {
        complete(out);
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        complete(out);
      }
    }
  }
}
