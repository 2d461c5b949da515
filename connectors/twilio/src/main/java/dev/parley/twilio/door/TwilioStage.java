package dev.parley.twilio.door;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.CallEvent.Parted;
import dev.parley.engine.time.MediaClock;
import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.MessageReader;
import dev.parley.twilio.messages.MessageWriter;
import dev.parley.twilio.messages.Read;
import dev.parley.twilio.messages.ToTwilio;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door's joint: the {@link Switchboard} between a socket and a call.
 *
 * <pre>
 *  socket -> fromTwilio | Switchboard | toCall   -> call
 *  socket <- toTwilio   |             | fromCall <- call
 * </pre>
 *
 * Twilio is not read while the caller's audio waits, and the call is asked for no more while the
 * socket has not taken what there is: nothing waits here that a cut would come too late for.
 */
final class TwilioStage extends GraphStage<BidiShape<Outbound, WsFrame, WsFrame, Inbound>> {

  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(TwilioStage.class);

  /**
   * What a stage works with.
   *
   * @param watch tells what the session does
   * @param hands what can be done from outside
   * @param departs is told why the stream ends, before it does
   */
  record Parts(
      LineSettings settings,
      FromTwilio.Start start,
      Figures figures,
      CallWatch watch,
      CallHands hands,
      Consumer<Departure> departs) {}

  private final Inlet<Outbound> fromCall = Inlet.create("Twilio.fromCall");
  private final Outlet<WsFrame> toTwilio = Outlet.create("Twilio.toTwilio");
  private final Inlet<WsFrame> fromTwilio = Inlet.create("Twilio.fromTwilio");
  private final Outlet<Inbound> toCall = Outlet.create("Twilio.toCall");
  private final BidiShape<Outbound, WsFrame, WsFrame, Inbound> shape =
      BidiShape.of(fromCall, toTwilio, fromTwilio, toCall);
  private final Parts parts;
  private final DoorLink link;

  TwilioStage(Parts parts, DoorLink link) {
    this.parts = parts;
    this.link = link;
  }

  @Override
  public BidiShape<Outbound, WsFrame, WsFrame, Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private enum Alarm {
    WAKE,
    FAREWELL
  }

  private final class Logic extends TimerGraphStageLogic implements Exchange {
    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final Deque<WsFrame> answers = new ArrayDeque<>();
    private final Deque<Inbound> heard = new ArrayDeque<>();
    private MediaClock clock = () -> 0;
    private final Switchboard board =
        new Switchboard(parts.settings(), parts.start(), this, parts.figures(), link.drops());
    private OptionalLong alarmAt = OptionalLong.empty();
    private boolean leaving;
    private boolean told;
    private boolean parted;

    Logic() {
      super(shape);
      setHandler(fromTwilio, new FromTwilioSide());
      setHandler(toCall, new ToCall());
      setHandler(fromCall, new FromCall());
      setHandler(toTwilio, new ToTwilioSide());
    }

    @Override
    public void preStart() {
      clock = MediaClock.of(materializer().system());
      board.begin();
      parts
          .watch()
          .arm(
              activity ->
                  calls.run(
                      () -> {
                        board.note(activity);
                        move();
                      }));
      parts
          .hands()
          .arm(
              order ->
                  calls.run(
                      () -> {
                        board.take(order);
                        move();
                      }));
      move();
    }

    @Override
    public void postStop() {
      if (parts.figures().departs(Departure.because(Departure.Why.LOST))) {
        departs(Departure.because(Departure.Why.LOST)); // torn down from outside
      }
    }

    @Override
    public void onTimer(Object alarm) {
      switch ((Alarm) alarm) {
        case WAKE -> {
          alarmAt = OptionalLong.empty();
          board.wake();
          move();
        }
        case FAREWELL -> completeStage(); // the socket sees to its own end
      }
    }

    /** Reads and writes wherever there is room, and sets the next alarm. */
    private void move() {
      if (isAvailable(toTwilio) && !answers.isEmpty()) {
        push(toTwilio, answers.remove());
      }
      if (leaving && answers.isEmpty()) {
        complete(toTwilio);
      }
      if (isAvailable(toCall) && !heard.isEmpty()) {
        push(toCall, heard.remove());
      }
      if ((leaving || heard.isEmpty()) && mayPull(fromTwilio)) {
        pull(fromTwilio); // to the end, so that Twilio's own farewell is heard
      }
      if (!leaving && answers.isEmpty() && mayPull(fromCall)) {
        pull(fromCall);
      }
      setAlarm();
    }

    private void setAlarm() {
      OptionalLong next = leaving ? OptionalLong.empty() : board.nextAlarm();
      if (!next.equals(alarmAt)) {
        alarmAt = next;
        cancelTimer(Alarm.WAKE);
        next.ifPresent(
            at -> scheduleOnce(Alarm.WAKE, Duration.ofNanos(Math.max(0, at - clock.nanos()))));
      }
    }

    private boolean mayPull(Inlet<?> in) {
      return !isClosed(in) && !hasBeenPulled(in);
    }

    private void take(WsFrame frame) {
      switch (frame) {
        case WsFrame.Text text -> take(MessageReader.fromTwilio(text.utf8()));
        case WsFrame.Binary binary -> bad("a message must be text, not binary");
        case WsFrame.Ping ping -> {} // answered by the socket
        case WsFrame.Pong pong -> {}
        case WsFrame.Close close -> closed(close);
      }
    }

    private void take(Read<FromTwilio> message) {
      switch (message) {
        case Read.Good<FromTwilio>(FromTwilio good) -> board.take(good);
        case Read.Bad<FromTwilio>(String why) -> bad(why);
        case Read.Unknown<FromTwilio>(String event) -> {
          if (parts.figures().unknown.getAndIncrement() == 0) {
            LOG.atDebug().addKeyValue("call", link.callId()).log("unknown message: {}", event);
          }
        }
      }
    }

    private void bad(String why) {
      if (!told) {
        told = true;
        LOG.atWarn().addKeyValue("call", link.callId()).log("a message made no sense: {}", why);
      }
      board.unreadable();
    }

    private void closed(WsFrame.Close close) {
      boolean lost = close.code() == CloseCode.CUT;
      part(lost ? Parted.By.LOST : Parted.By.CLIENT, close.code());
      board.socketClosed(lost ? Departure.Why.LOST : Departure.Why.CALLER);
    }

    /** Twilio is gone: so is the call, at once. */
    private void socketGone() {
      part(Parted.By.LOST, CloseCode.CUT);
      board.socketClosed(Departure.Why.LOST);
      answers.clear();
      cancel(fromCall);
      complete(toTwilio);
    }

    private void part(Parted.By by, int code) {
      if (!parted) {
        parted = true;
        record(new Parted(by, code));
      }
    }

    // What the switchboard wants of the world.

    @Override
    public void send(ToTwilio message) {
      if (!leaving) {
        answers.add(new WsFrame.Text(MessageWriter.write(message)));
      }
    }

    @Override
    public void hear(Inbound frame) {
      if (!leaving && !isClosed(toCall)) {
        heard.add(frame);
      }
    }

    @Override
    public void tell(SessionCommand command) {
      link.session().accept(command);
    }

    @Override
    public void acked(long mark) {
      link.playout().acked(mark);
    }

    @Override
    public void record(CallEvent event) {
      link.telemetry().accept(event);
    }

    @Override
    public void departs(Departure departure) {
      parts.departs().accept(departure);
    }

    @Override
    public void end(int code, String reason) {
      if (!leaving) {
        leaving = true;
        answers.add(new WsFrame.Close(code, reason));
        part(Parted.By.SERVER, code);
        heard.clear();
        complete(toCall);
        tell(new SessionCommand.HangUp());
        scheduleOnce(Alarm.FAREWELL, FAREWELL);
      }
    }

    @Override
    public long nanos() {
      return clock.nanos();
    }

    private final class FromTwilioSide extends AbstractInHandler {
      @Override
      public void onPush() {
        WsFrame frame = grab(fromTwilio);
        if (!leaving) {
          take(frame);
        }
        move();
      }

      @Override
      public void onUpstreamFinish() {
        socketGone();
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        socketGone();
      }
    }

    private final class ToCall extends AbstractOutHandler {
      @Override
      public void onPull() {
        move();
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        heard.clear(); // the call listens no more; its end comes on the other side
        move();
      }
    }

    private final class FromCall extends AbstractInHandler {
      @Override
      public void onPush() {
        board.take(grab(fromCall));
        move();
      }

      @Override
      public void onUpstreamFinish() {
        board.callEnded();
        move();
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        board.callFailed();
        move();
      }
    }

    private final class ToTwilioSide extends AbstractOutHandler {
      @Override
      public void onPull() {
        move();
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        socketGone();
      }
    }
  }
}
