package dev.parley.twilio;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.UpgradeRequest;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.door.CallSummary;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.messages.MessageWriter;
import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.signature.Signatures;
import dev.parley.twilio.voice.Form;
import dev.parley.twilio.voice.TwimlReader;
import dev.parley.twilio.voice.Verb;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.Webhook;
import dev.parley.twilio.voice.WebhookAnswer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.jspecify.annotations.Nullable;

/** A house in virtual time, and somebody at its door who need not keep to any protocol. */
final class RawFarEnd {

  static final String MEDIA_URL = Phone.BASE.ws(VoiceDesk.MEDIA);

  /** A socket that was asked for. */
  static final class Socket {
    final List<WsFrame> received = new ArrayList<>();
    UpgradeAnswer answer = UpgradeAnswer.notMine();
    private final CompletableFuture<BoundedSourceQueue<WsFrame>> way = new CompletableFuture<>();

    Socket send(String json) {
      return send(new WsFrame.Text(json.getBytes(StandardCharsets.UTF_8)));
    }

    Socket send(FromTwilio message) {
      return send(new WsFrame.Text(MessageWriter.write(message)));
    }

    Socket send(WsFrame frame) {
      var unused = way.thenAccept(queue -> queue.offer(frame));
      return this;
    }

    /** Why the house closed it. */
    Optional<WsFrame.Close> closed() {
      return received.stream()
          .filter(WsFrame.Close.class::isInstance)
          .map(WsFrame.Close.class::cast)
          .findFirst();
    }
  }

  final List<CallSummary> summaries = new ArrayList<>();
  TwilioSettings settings = TwilioSettings.of(Phone.BASE, AuthTokens.of(Phone.TOKEN));
  TwilioSeats seats = TwilioSeats.of(2);
  private final Agent agent = Agent.of(Phone.model(Duration.ofSeconds(2)), EnergyDetector.energy());
  private final CompletableFuture<NotUsed> over = new CompletableFuture<>();
  private @Nullable TwilioHouse house;
  private @Nullable ActorSystem<?> system;

  RawFarEnd settings(UnaryOperator<TwilioSettings> change) {
    settings = change.apply(settings);
    return this;
  }

  RawFarEnd seats(TwilioSeats other) {
    seats = other;
    return this;
  }

  /** Does this, and lets so much time pass. */
  void run(Duration length, Consumer<RawFarEnd> acts) {
    TwilioParts parts =
        TwilioParts.of(TwilioAgents.always(agent), seats)
            .withSummaries(summaries::add)
            .withRandom(new Random(3));
    try (var world = VirtualWorld.create(Behaviors.empty(), "raw")) {
      world.run(
          started -> {
            system = started;
            house = TwilioHouse.open(started, settings, parts);
            acts.accept(this);
            after(length, () -> over.complete(NotUsed.getInstance()));
            return over;
          },
          Duration.ofHours(1));
    }
  }

  void after(Duration span, Runnable act) {
    Runnable checked =
        () -> {
          try {
            act.run();
          } catch (RuntimeException | AssertionError e) { // or nobody would see it
            over.completeExceptionally(e);
          }
        };
    ActorSystem<?> running = Objects.requireNonNull(system, "it runs");
    running.scheduler().scheduleOnce(span, checked, running.executionContext());
  }

  private TwilioHouse house() {
    return Objects.requireNonNull(house, "it runs");
  }

  int calls() {
    return house().calls();
  }

  /** Asks a webhook with a right signature. */
  WebhookAnswer ask(String target, String callSid) {
    Map<String, String> fields = Map.of("CallSid", callSid, "AccountSid", "AC1");
    String signature =
        Signatures.sign(
            Phone.TOKEN,
            Phone.BASE.http(target),
            Map.of("CallSid", List.of(callSid), "AccountSid", List.of("AC1")));
    return ask(target, Optional.of(signature), Form.write(fields));
  }

  WebhookAnswer ask(String target, Optional<String> signature, String body) {
    int mark = target.indexOf('?');
    return house()
        .answer(
            new Webhook(
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1)),
                signature,
                body));
  }

  /** The nonce that a call is given. */
  String nonce(String callSid) {
    Verb verb = TwimlReader.read(ask(VoiceDesk.VOICE, callSid).body()).getFirst();
    return ((Verb.Connect) verb).parameters().getOrDefault(VoiceDesk.NONCE, "");
  }

  Socket open() {
    return open(Map.of("x-twilio-signature", Signatures.sign(Phone.TOKEN, MEDIA_URL, Map.of())));
  }

  Socket open(Map<String, String> headers) {
    Socket socket = new Socket();
    Flow<WsFrame, WsFrame, NotUsed> flow =
        Flow.fromSinkAndSourceMat(
                Sink.<WsFrame>foreach(socket.received::add),
                Source.<WsFrame>queue(1_000),
                Keep.right())
            .mapMaterializedValue(
                queue -> {
                  socket.way.complete(queue);
                  return NotUsed.getInstance();
                });
    Map<String, List<String>> all = new TreeMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    CompletionStage<UpgradeAnswer> answer =
        house()
            .ask(
                new UpgradeRequest(
                    VoiceDesk.MEDIA,
                    Map.of(),
                    all,
                    InetSocketAddress.createUnresolved("test.invalid", 1),
                    /* tls= */ true,
                    List.of(),
                    "pekko.actor.default-dispatcher",
                    flow));
    answer.thenAccept(said -> socket.answer = said);
    return socket;
  }

  static FromTwilio.Start start(String callSid, String streamSid, String nonce) {
    return new FromTwilio.Start(1, streamSid, callSid, "AC1", Map.of(VoiceDesk.NONCE, nonce));
  }
}
