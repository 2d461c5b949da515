package dev.parley.twilio.door;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.stage.Overflow;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.messages.FromTwilio;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * The door of a telephone call: a media stream of Twilio's that has begun.
 *
 * <p>Replies leave in real time with a lead, and Twilio keeps what it has not played; marks tell
 * what was heard. The caller's audio comes out unbroken and in order: what is missing is a gap.
 */
public final class TwilioDoor implements Door {

  /** Samples a second, both ways. */
  public static final int RATE = Timeline.RATE;

  private final LineSettings settings;
  private final FromTwilio.Start start;
  private final Flow<WsFrame, WsFrame, NotUsed> socket;
  private final String dispatcher;
  private final Consumer<Departure> departs;
  private final Figures figures = new Figures();
  private final CallWatch watch = new CallWatch(figures);
  private final CallHands hands = new CallHands();

  /**
   * @param start the stream's first message
   * @param socket what comes after it; to be run once
   * @param dispatcher the connection's event loop, on which the whole call will run
   * @param departs is told why the stream ends, before its socket is closed
   */
  public TwilioDoor(
      LineSettings settings,
      FromTwilio.Start start,
      Flow<WsFrame, WsFrame, NotUsed> socket,
      String dispatcher,
      Consumer<Departure> departs) {
    this.settings = settings;
    this.start = start;
    this.socket = socket;
    this.dispatcher = dispatcher;
    this.departs = departs;
  }

  @Override
  public String name() {
    return "twilio";
  }

  @Override
  public AudioFormat captures() {
    return AudioFormat.pcm16(RATE);
  }

  @Override
  public PlayoutSettings playout() {
    return settings.playout();
  }

  @Override
  public Overflow overflow() {
    return Overflow.WAIT;
  }

  @Override
  public Optional<String> dispatcher() {
    return Optional.of(dispatcher);
  }

  /** What the door has to be told of its call: to be among the session's listeners. */
  public Telemetry watch() {
    return watch;
  }

  /** What can be done to the call from outside. */
  public CallHands hands() {
    return hands;
  }

  /**
   * How the call went, once it is over.
   *
   * @param agent which agent took it
   */
  public CallSummary summary(String agent, SessionReport report) {
    return CallSummary.of(start, agent, figures, report);
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    TwilioStage.Parts parts =
        new TwilioStage.Parts(settings, start, figures, watch, hands, departs);
    return BidiFlow.fromGraph(new TwilioStage(parts, link)).join(socket);
  }
}
