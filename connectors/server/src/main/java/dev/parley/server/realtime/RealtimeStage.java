package dev.parley.server.realtime;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.time.MediaClock;
import dev.parley.server.limit.MessageRates;
import dev.parley.server.limit.Verdict;
import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import dev.parley.wire.ClientEvent;
import dev.parley.wire.RateLimit;
import dev.parley.wire.RealtimeReader;
import dev.parley.wire.RealtimeWriter;
import dev.parley.wire.ReplyTimes;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BidiShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door's joint: the {@link Dialogue} between a socket and a call.
 *
 * <pre>
 *  socket -> fromClient | Dialogue | toCall   -> call
 *  socket <- toClient   |          | fromCall <- call
 * </pre>
 *
 * A client is not read while its audio or its answers wait, and the call is asked for no more while
 * the socket has not taken what there is: nothing is dropped, and nothing piles up.
 */
final class RealtimeStage extends GraphStage<BidiShape<Outbound, WsFrame, WsFrame, Inbound>> {

  /** What an append counts at least, in nanoseconds of audio: tiny ones are work, too. */
  private static final long LEAST_AUDIO = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(RealtimeStage.class);

  private final Inlet<Outbound> fromCall = Inlet.create("Realtime.fromCall");
  private final Outlet<WsFrame> toClient = Outlet.create("Realtime.toClient");
  private final Inlet<WsFrame> fromClient = Inlet.create("Realtime.fromClient");
  private final Outlet<Inbound> toCall = Outlet.create("Realtime.toCall");
  private final BidiShape<Outbound, WsFrame, WsFrame, Inbound> shape =
      BidiShape.of(fromCall, toClient, fromClient, toCall);
  private final RealtimeSettings settings;
  private final DoorLink link;
  private final Expulsion expulsion;

  /**
   * @param expulsion ends the session from outside
   */
  RealtimeStage(RealtimeSettings settings, DoorLink link, Expulsion expulsion) {
    this.settings = settings;
    this.link = link;
    this.expulsion = expulsion;
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
    IDLE,
    EXPIRY,
    READ_ON,
    FAREWELL
  }

  private final class Logic extends TimerGraphStageLogic implements Line {
    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final Ids ids = new Ids(settings.random());
    private final Answers answers = new Answers();
    private final Deque<Captured> heard = new ArrayDeque<>();
    private final Parting parting = new Parting(this::record);
    private final Dialogue dialogue =
        new Dialogue(
            new Conversation(
                this, ids, settings.limits(), settings.transcribes(), settings.config()),
            settings.tuning(),
            settings.ownTools());
    private MediaClock clock = () -> 0;
    private MessageRates rates = new MessageRates(settings.rates(), 0);
    private @Nullable Checked<ClientEvent> waiting;
    private boolean leaving;

    Logic() {
      super(shape);
      setHandler(fromClient, new FromClient());
      setHandler(toCall, new ToCall());
      setHandler(fromCall, new FromCall());
      setHandler(toClient, new ToClient());
    }

    @Override
    public void preStart() {
      clock = MediaClock.of(materializer().system());
      rates = new MessageRates(settings.rates(), clock.nanos());
      expulsion.arm((code, reason) -> calls.run(() -> expel(code, reason)));
      settings.timer().ifPresent(timer -> timer.arm(this::timed));
      scheduleOnce(Alarm.EXPIRY, settings.limits().length());
      dialogue.open();
      move();
    }

    @Override
    public void postStop() {
      LOG.atDebug()
          .addKeyValue("call", link.callId())
          .addKeyValue("end", parting.how())
          .log("socket closed");
    }

    @Override
    public void onTimer(Object alarm) {
      switch ((Alarm) alarm) {
        case IDLE -> dialogue.wake();
        case EXPIRY -> dialogue.expire();
        case READ_ON -> carryOn();
        case FAREWELL -> completeStage(); // the socket sees to its own end
      }
      move();
    }

    /** Reads and writes wherever there is room. */
    private void move() {
      WsFrame answer = isAvailable(toClient) ? answers.poll() : null;
      if (answer != null) {
        push(toClient, answer);
      }
      if (leaving && answers.isEmpty()) {
        complete(toClient);
      }
      if (isAvailable(toCall) && !heard.isEmpty()) {
        push(toCall, heard.remove());
      }
      boolean mayRead = leaving || (waiting == null && heard.isEmpty() && answers.hasRoom());
      if (mayRead && mayPull(fromClient)) {
        pull(fromClient); // to the end, so that the client's own farewell is heard
      }
      if (!leaving && answers.isEmpty() && mayPull(fromCall)) {
        pull(fromCall);
      }
    }

    private boolean mayPull(Inlet<?> in) {
      return !isClosed(in) && !hasBeenPulled(in);
    }

    private void take(WsFrame frame) {
      switch (frame) {
        case WsFrame.Text text -> take(text.utf8());
        case WsFrame.Binary binary -> {
          waiting = new Checked.Bad<>(WireError.invalidJson("send it as text, not as binary"));
          carryOn();
        }
        case WsFrame.Ping ping -> {} // answered by the socket
        case WsFrame.Pong pong -> {}
        case WsFrame.Close close -> {} // noted already, and its end follows
      }
    }

    private void take(byte[] utf8) {
      waiting = RealtimeReader.read(utf8, 0, utf8.length);
      carryOn();
    }

    /** Carries out what the client said last, when it has not said too much lately. */
    private void carryOn() {
      Checked<ClientEvent> said = waiting;
      if (said == null) {
        return;
      }
      switch (verdict(said)) {
        case Verdict.Pass pass -> {
          waiting = null;
          carryOut(said);
        }
        case Verdict.Wait(Duration span) -> scheduleOnce(Alarm.READ_ON, span);
        case Verdict.Refuse(String why) -> {
          waiting = null;
          hangUp(CloseCode.POLICY, why);
        }
      }
    }

    private Verdict verdict(Checked<ClientEvent> said) {
      if (said instanceof Checked.Good<ClientEvent>(ClientEvent.AudioAppend append)) {
        double millis = dialogue.inputFormat().milliseconds(append.audio().length());
        long nanos = Math.max(LEAST_AUDIO, Math.round(millis * 1e6));
        return rates.audio(Duration.ofNanos(nanos), clock.nanos());
      }
      return rates.message(clock.nanos());
    }

    private void carryOut(Checked<ClientEvent> said) {
      switch (said) {
        case Checked.Good<ClientEvent>(ClientEvent event) -> dialogue.take(event);
        case Checked.Bad<ClientEvent>(WireError error) -> dialogue.refuse(error);
      }
    }

    /** On whatever thread records what happens in the call. */
    private void timed(Epoch epoch, ReplyTimes times) {
      calls.run(
          () -> {
            dialogue.timed(epoch, times);
            move();
          });
    }

    private void expel(int code, String reason) {
      if (!leaving) {
        dialogue.expel(reason);
        hangUp(code, reason);
        move();
      }
    }

    /** The client is gone: so is the call, at once. */
    private void clientLeft() {
      leaving = true;
      parting.byNobody();
      answers.clear();
      tell(new SessionCommand.HangUp());
      complete(toCall);
      cancel(fromCall);
      complete(toClient);
    }

    // What the dialogue wants of the world.

    @Override
    public void send(ServerEvent event) {
      if (leaving) {
        return;
      }
      answers.add(new WsFrame.Text(RealtimeWriter.write(event, ids.event())));
    }

    @Override
    public void hear(Captured audio) {
      heard.add(audio);
    }

    @Override
    public void tell(SessionCommand command) {
      link.session().accept(command);
    }

    @Override
    public long nanos() {
      return clock.nanos();
    }

    @Override
    public List<RateLimit> allowance() {
      long now = clock.nanos();
      return List.of(
          new RateLimit(
              RateLimit.Of.REQUESTS,
              settings.rates().messages().burst(),
              rates.messagesLeft(now),
              rates.messagesReset(now).toMillis() / 1_000.0));
    }

    @Override
    public void record(CallEvent event) {
      link.telemetry().accept(event);
    }

    @Override
    public void wakeAfter(Duration idle) {
      scheduleOnce(Alarm.IDLE, idle);
    }

    @Override
    public void letSleep() {
      cancelTimer(Alarm.IDLE);
    }

    @Override
    public void hangUp(int code, String reason) {
      if (!leaving) {
        answers.add(new WsFrame.Close(code, reason));
        parting.byServer(code);
        leaving = true;
        heard.clear();
        complete(toCall);
        tell(new SessionCommand.HangUp());
        scheduleOnce(Alarm.FAREWELL, settings.farewell());
      }
    }

    private final class FromClient extends AbstractInHandler {
      @Override
      public void onPush() {
        WsFrame frame = grab(fromClient);
        if (frame instanceof WsFrame.Close close) {
          parting.bySocket(close);
        }
        if (!leaving) {
          take(frame);
        }
        move();
      }

      @Override
      public void onUpstreamFinish() {
        clientLeft();
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        clientLeft();
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
      }
    }

    private final class FromCall extends AbstractInHandler {
      @Override
      public void onPush() {
        dialogue.take(grab(fromCall));
        move();
      }

      @Override
      public void onUpstreamFinish() {
        hangUp(CloseCode.NORMAL, "the session is over");
        move();
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        if (!leaving) {
          dialogue.fault();
        }
        hangUp(CloseCode.INTERNAL_ERROR, "server error");
        move();
      }
    }

    private final class ToClient extends AbstractOutHandler {
      @Override
      public void onPull() {
        move();
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        clientLeft();
      }
    }
  }
}
