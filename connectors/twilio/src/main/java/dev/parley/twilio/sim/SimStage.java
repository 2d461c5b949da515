package dev.parley.twilio.sim;

import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.MessageReader;
import dev.parley.twilio.messages.Read;
import dev.parley.twilio.messages.ToTwilio;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.AbstractInHandler;
import org.apache.pekko.stream.stage.AbstractOutHandler;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/**
 * The far end of a media stream: takes what Twilio is told, gives what Twilio says, in the time of
 * the system that it runs in. Its materialised value is the report, at the end.
 */
final class SimStage
    extends AbstractGraphStageWithMaterializedValue<
        FlowShape<WsFrame, WsFrame>, CompletionStage<SimReport>> {

  private static final int CHUNK = SimScript.RATE / 50;
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  /** What waits for a server that does not read: Twilio throws audio away then. */
  private static final int MOST_WAITING = 500;

  private final Inlet<WsFrame> in = Inlet.create("TwilioSim.in");
  private final Outlet<WsFrame> out = Outlet.create("TwilioSim.out");
  private final FlowShape<WsFrame, WsFrame> shape = FlowShape.of(in, out);
  private final SimCall call;
  private final SimScript script;
  private final Map<String, String> parameters;

  SimStage(SimCall call, SimScript script, Map<String, String> parameters) {
    this.call = call;
    this.script = script;
    this.parameters = Map.copyOf(parameters);
  }

  @Override
  public FlowShape<WsFrame, WsFrame> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, CompletionStage<SimReport>> createLogicAndMaterializedValuePair(
      Attributes inherited) {
    Logic logic = new Logic();
    return Pair.create(logic, logic.report);
  }

  private enum Timer {
    STEP,
    FAREWELL
  }

  private final class Logic extends TimerGraphStageLogic {

    private final CompletableFuture<SimReport> report = new CompletableFuture<>();
    private final Deque<WsFrame> waiting = new ArrayDeque<>();
    private final SimMouth mouth = new SimMouth(call, script.faults(), this::say);
    private final SimEar ear = new SimEar(call.streamSid(), mouth::mark);
    private int steps;
    private int closeCode = CloseCode.CUT;
    private boolean byServer = true;
    private boolean leaving;
    private boolean mute;

    Logic() {
      super(shape);
      setHandler(in, new FromServer());
      setHandler(out, new ToServer());
    }

    @Override
    public void preStart() {
      mouth.begin(parameters);
      scheduleAtFixedRate(Timer.STEP, STEP, STEP);
      pull(in);
    }

    @Override
    public void postStop() {
      report.complete(ear.report(closeCode, byServer));
    }

    @Override
    public void onTimer(Object timer) {
      switch ((Timer) timer) {
        case STEP -> step();
        case FAREWELL -> completeStage();
      }
    }

    private void step() {
      Duration before = now();
      steps++;
      if (leaving || has(script.faults().silentAt())) {
        mute = true;
        return;
      }
      if (has(script.faults().cutAt())) {
        byServer = false;
        completeStage();
        return;
      }
      short[] voice = new short[CHUNK];
      int from = Math.min((steps - 1) * CHUNK, script.voice().count());
      int until = Math.min(steps * CHUNK, script.voice().count());
      script.voice().slice(from, until).copyTo(voice, 0);
      ear.pass(voice);
      mouth.media(voice, before.toMillis());
      for (SimScript.Key key : script.keys()) {
        if (key.at().compareTo(before) > 0 && key.at().compareTo(now()) <= 0) {
          mouth.key(key.key());
        }
      }
      if (has(script.hangUpAt())) {
        hangUp();
      }
      move();
    }

    private boolean has(Optional<Duration> at) {
      return at.isPresent() && at.get().compareTo(now()) <= 0;
    }

    private Duration now() {
      return STEP.multipliedBy(steps);
    }

    private void hangUp() {
      mouth.stop();
      byServer = false;
      closeCode = CloseCode.NORMAL;
      say(new WsFrame.Close(CloseCode.NORMAL, ""));
      leaving = true;
      scheduleOnce(Timer.FAREWELL, FAREWELL);
    }

    private void say(WsFrame frame) {
      if (!leaving && !mute && waiting.size() < MOST_WAITING) {
        waiting.add(frame);
      }
    }

    private void move() {
      if (isAvailable(out) && !waiting.isEmpty()) {
        push(out, waiting.remove());
      }
      if (leaving && waiting.isEmpty()) {
        complete(out);
      }
    }

    private void take(WsFrame frame) {
      switch (frame) {
        case WsFrame.Text text -> take(MessageReader.toTwilio(text.utf8()));
        case WsFrame.Binary binary -> ear.bad();
        case WsFrame.Ping ping -> {} // answered by the socket
        case WsFrame.Pong pong -> {}
        case WsFrame.Close close -> {
          if (!leaving) {
            closeCode = close.code();
            leaving = true;
            waiting.clear();
            scheduleOnce(Timer.FAREWELL, FAREWELL);
          }
        }
      }
    }

    private void take(Read<ToTwilio> message) {
      if (message instanceof Read.Good<ToTwilio>(ToTwilio good)) {
        if (!mute) {
          ear.take(good, now());
        }
      } else {
        ear.bad();
      }
    }

    private final class FromServer extends AbstractInHandler {
      @Override
      public void onPush() {
        take(grab(in));
        move();
        if (!isClosed(in)) {
          pull(in);
        }
      }

      @Override
      public void onUpstreamFinish() {
        completeStage();
      }

      @Override
      public void onUpstreamFailure(Throwable failure) {
        completeStage();
      }
    }

    private final class ToServer extends AbstractOutHandler {
      @Override
      public void onPull() {
        move();
      }

      @Override
      public void onDownstreamFinish(Throwable cause) {
        leaving = true; // the server's last words still come
      }
    }
  }
}
