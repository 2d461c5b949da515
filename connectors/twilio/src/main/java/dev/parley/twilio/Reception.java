package dev.parley.twilio;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.Sessions;
import dev.parley.engine.turn.SayWhen;
import dev.parley.sockets.CloseCode;
import dev.parley.sockets.WsFrame;
import dev.parley.twilio.door.Departure;
import dev.parley.twilio.door.Doorkeeper.Verdict;
import dev.parley.twilio.door.TwilioDoor;
import dev.parley.twilio.messages.FromTwilio;
import dev.parley.twilio.signature.Nonces;
import dev.parley.twilio.voice.Ending;
import dev.parley.twilio.voice.Endings;
import dev.parley.twilio.voice.VoiceDesk;
import dev.parley.twilio.voice.VoiceRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Makes calls of streams that have begun: whose it is, who takes it, and whether there is a seat.
 * Safe for any thread, blocks none.
 */
final class Reception {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final TwilioSettings settings;
  private final TwilioParts parts;
  private final ActorRef<Sessions.Request> sessions;
  private final Nonces<VoiceRequest> nonces;
  private final Endings endings;
  private final Lobby lobby;
  private final PhoneTools tools;
  private final AtomicLong made = new AtomicLong();

  Reception(
      ActorSystem<?> system,
      TwilioSettings settings,
      TwilioParts parts,
      ActorRef<Sessions.Request> sessions,
      Nonces<VoiceRequest> nonces,
      Endings endings,
      Lobby lobby) {
    this.system = system;
    this.settings = settings;
    this.parts = parts;
    this.sessions = sessions;
    this.nonces = nonces;
    this.endings = endings;
    this.lobby = lobby;
    this.tools = new PhoneTools(settings.tools(), settings.voice().transfers());
  }

  /**
   * A stream has begun.
   *
   * @param dispatcher its socket's event loop
   */
  CompletionStage<Verdict> admit(
      FromTwilio.Start start, Flow<WsFrame, WsFrame, NotUsed> socket, String dispatcher) {
    String nonce = start.parameters().getOrDefault(VoiceDesk.NONCE, "");
    Optional<VoiceRequest> request = nonces.redeem(start.callSid(), nonce);
    if (request.isEmpty()) { // the call goes on as it would have, had nobody tried
      return out(
          CloseCode.POLICY, "the nonce is not of this call, was used already, or is too old");
    }
    Optional<Runnable> seat = parts.seats().take();
    if (seat.isEmpty()) {
      return full(start, "no seat is free");
    }
    try {
      CallStart call = CallStart.of(start, request.get());
      Optional<Agent> agent = parts.agents().answer(call);
      if (agent.isEmpty()) {
        seat.get().run();
        return full(start, "no agent takes this call");
      }
      Recording recording = parts.recorders().open(call, agent.get());
      return open(start, socket, dispatcher, agent.get(), recording, seat.get());
    } catch (RuntimeException | Error e) {
      seat.get().run();
      throw e;
    }
  }

  private CompletionStage<Verdict> open(
      FromTwilio.Start start,
      Flow<WsFrame, WsFrame, NotUsed> socket,
      String dispatcher,
      Agent agent,
      Recording recording,
      Runnable seat) {
    TwilioDoor door =
        new TwilioDoor(
            settings.line(),
            start,
            socket,
            dispatcher,
            departure -> endings.note(start.callSid(), ending(departure)));
    String callId = start.callSid() + "-" + made.incrementAndGet();
    CompletionStage<Sessions.Answer> answer =
        AskPattern.ask(
            sessions,
            replyTo ->
                new Sessions.Open(
                    TwilioCall.of(door, agent, tools, parts.telemetry(), recording),
                    Optional.of(callId),
                    replyTo),
            PATIENCE,
            system.scheduler());
    return answer
        .<Verdict>thenApplyAsync(
            said ->
                switch (said) {
                  case Sessions.Opened(CallHandle call) -> {
                    lobby.enter(door, agent.name(), call, seat);
                    agent.begun().accept(call);
                    greet(call, agent.greeting());
                    yield new Verdict.In();
                  }
                  case Sessions.Refused(Sessions.Reason reason, String why) -> {
                    seat.run();
                    endings.note(
                        start.callSid(),
                        reason == Sessions.Reason.BROKEN ? new Ending.Broken() : new Ending.Full());
                    yield new Verdict.Out(CloseCode.TRY_LATER, why);
                  }
                },
            Runnable::run)
        .exceptionallyAsync(
            late -> {
              seat.run();
              endings.note(start.callSid(), new Ending.Full());
              return new Verdict.Out(CloseCode.TRY_LATER, "the server is too busy");
            },
            Runnable::run);
  }

  private static void greet(CallHandle call, Greeting greeting) {
    switch (greeting) {
      case Greeting.None none -> {}
      case Greeting.Reply reply -> call.reply(ReplySpec.asConfigured());
      case Greeting.Say(String text) -> call.say(text, SayWhen.NEXT_PAUSE);
    }
  }

  private static Ending ending(Departure departure) {
    return switch (departure.why()) {
      case TRANSFER ->
          departure.number().<Ending>map(Ending.Transfer::new).orElseGet(Ending.Broken::new);
      case FAULT, LOST, STOPPING -> new Ending.Broken();
      case CALLER, AGENT, APPLICATION, SILENCE, MAXIMUM -> new Ending.Over();
    };
  }

  private CompletionStage<Verdict> full(FromTwilio.Start start, String why) {
    endings.note(start.callSid(), new Ending.Full());
    return out(CloseCode.TRY_LATER, why);
  }

  private static CompletionStage<Verdict> out(int code, String reason) {
    return CompletableFuture.completedStage(new Verdict.Out(code, reason));
  }
}
