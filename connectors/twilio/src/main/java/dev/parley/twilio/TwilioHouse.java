package dev.parley.twilio;

import dev.parley.engine.session.Sessions;
import dev.parley.engine.time.MediaClock;
import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.UpgradeRequest;
import dev.parley.sockets.Upgrades;
import dev.parley.twilio.door.Departure;
import dev.parley.twilio.door.FoyerStage;
import dev.parley.twilio.signature.Nonces;
import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.voice.Callers;
import dev.parley.twilio.voice.Endings;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.VoiceRequest;
import dev.parley.twilio.voice.Webhook;
import dev.parley.twilio.voice.WebhookAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Telephone calls through Twilio's media streams, as a part of any {@code SocketServer}: {@code WS
 * /twilio/media}, {@code POST /twilio/voice} and {@code POST /twilio/next}.
 *
 * <p>It has no port of its own. Ask it about requests for WebSockets ({@link #ask}) before or after
 * others: what is not its own it leaves alone. Put its {@link #routes} beside others. Safe for any
 * thread.
 */
public final class TwilioHouse implements Upgrades {

  private static final Attributes SMALL_BUFFERS = Attributes.inputBuffer(1, 4);
  private static final int MOST_TICKETS = 10_000;

  private final ActorSystem<?> system;
  private final TwilioSettings settings;
  private final TwilioSeats seats;
  private final ActorRef<Sessions.Request> sessions;
  private final Signatures signatures;
  private final VoiceDesk desk;
  private final Lobby lobby;
  private final Reception reception;
  private final AtomicBoolean draining = new AtomicBoolean();

  private TwilioHouse(ActorSystem<?> system, TwilioSettings settings, TwilioParts parts) {
    this.system = system;
    this.settings = settings;
    this.seats = parts.seats();
    MediaClock clock = MediaClock.of(system);
    sessions =
        system.systemActorOf(
            Sessions.create(Integer.MAX_VALUE), // the seats are the limit
            "twilio-" + Long.toHexString(parts.random().nextLong()),
            Props.empty());
    signatures = new Signatures(settings.base(), settings.tokens());
    Nonces<VoiceRequest> nonces =
        new Nonces<>(settings.voice().ticketLife(), MOST_TICKETS, clock::nanos, parts.random());
    Endings endings = new Endings(clock::nanos);
    desk =
        new VoiceDesk(
            settings.voice(), settings.base(), signatures, nonces, endings, callers(parts));
    lobby = new Lobby(parts.summaries());
    reception = new Reception(system, settings, parts, sessions, nonces, endings, lobby);
  }

  /** Takes calls from now on. */
  public static TwilioHouse open(
      ActorSystem<?> system, TwilioSettings settings, TwilioParts parts) {
    return new TwilioHouse(system, settings, parts);
  }

  private Callers callers(TwilioParts parts) {
    return new Callers() {
      @Override
      public boolean hasSeat() {
        return !draining.get() && seats.isFree();
      }

      @Override
      public Optional<Map<String, String>> welcome(VoiceRequest request) {
        return parts.agents().welcome(request);
      }
    };
  }

  @Override
  public CompletionStage<UpgradeAnswer> ask(UpgradeRequest request) {
    if (!request.path().equals(VoiceDesk.MEDIA)) {
      return answer(UpgradeAnswer.notMine());
    }
    if (!signatures.ofSocket(request.header(Signatures.HEADER), request.path())) {
      return answer(
          refuse(
              403,
              "invalid_signature",
              "The signature is not Twilio's: check the auth token and the public base."));
    }
    if (draining.get()) {
      return answer(refuse(503, "server_draining", "This server is about to stop."));
    }
    String loop = request.dispatcher();
    FoyerStage foyer =
        new FoyerStage(
            settings.line().startWithin(), (start, socket) -> reception.admit(start, socket, loop));
    Flow.fromGraph(foyer)
        .join(request.socket())
        .withAttributes(SMALL_BUFFERS.and(ActorAttributes.dispatcher(loop)))
        .run(system);
    return answer(UpgradeAnswer.accept());
  }

  /** What a webhook is answered: for servers without Pekko's routes, and for tests. */
  public WebhookAnswer answer(Webhook webhook) {
    return desk.answer(webhook);
  }

  /** The webhooks; what is none of them is left to other routes. */
  public Route routes() {
    return new TwilioRoutes(this::answer).all();
  }

  /** How many calls run. */
  public int calls() {
    return lobby.size();
  }

  /** Takes no new calls; those that run go on. */
  public void drain() {
    draining.set(true);
  }

  /**
   * Takes no new calls, and ends those that run. Twilio asks {@code /twilio/next} what is to become
   * of them: another server may take them.
   */
  public void close() {
    drain();
    lobby.expelAll(Departure.because(Departure.Why.STOPPING));
  }

  /** Ends whatever still runs, at once. */
  public void stop() {
    close();
    sessions.tell(new Sessions.Stop());
  }

  private static CompletionStage<UpgradeAnswer> answer(UpgradeAnswer answer) {
    return CompletableFuture.completedStage(answer);
  }

  private static UpgradeAnswer refuse(int status, String code, String sentence) {
    return UpgradeAnswer.refuse(
        status,
        "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"%s\",\"message\":\"%s\"}}"
            .formatted(code, sentence));
  }
}
