package dev.parley.server.realtime;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import dev.parley.sockets.WsFrame;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * The door of a client that speaks OpenAI's Realtime protocol over a WebSocket.
 *
 * <p>Replies leave as fast as the socket takes them, for the client keeps and plays them itself;
 * what it heard of one that was cut it tells ({@code conversation.item.truncate}). Its audio is
 * never dropped: a client that sends too much is read more slowly.
 */
public final class RealtimeDoor implements Door {

  /** Large enough for little overhead, small enough to be soon at the client. */
  private static final Duration DELTA = Duration.ofMillis(100);

  private final RealtimeSettings settings;
  private final Flow<WsFrame, WsFrame, NotUsed> socket;
  private final String dispatcher;
  private final Expulsion expulsion = new Expulsion();

  /**
   * @param socket the connection
   * @param dispatcher its event loop, on which the whole call will run
   */
  RealtimeDoor(
      RealtimeSettings settings, Flow<WsFrame, WsFrame, NotUsed> socket, String dispatcher) {
    this.settings = settings;
    this.socket = socket;
    this.dispatcher = dispatcher;
  }

  @Override
  public String name() {
    return "realtime";
  }

  @Override
  public AudioFormat captures() {
    return AudioFormat.pcm16(AudioCodec.RATE);
  }

  @Override
  public PlayoutSettings playout() {
    PlayoutSettings eager =
        PlayoutSettings.of(new Pace.Eager(settings.limits().outputBacklog()), Ear.TOLD);
    return new PlayoutSettings(
        eager.pace(), eager.ear(), DELTA, eager.markEvery(), eager.earTimeout());
  }

  @Override
  public Overflow overflow() {
    return Overflow.WAIT;
  }

  @Override
  public boolean wantsNotices() {
    return true;
  }

  @Override
  public Optional<String> dispatcher() {
    return Optional.of(dispatcher);
  }

  /** Ends the session from outside. */
  public Expulsion expulsion() {
    return expulsion;
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    return BidiFlow.fromGraph(new RealtimeStage(settings, link, expulsion)).join(socket);
  }
}
