package dev.parley.server;

import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.Sessions;
import dev.parley.engine.telemetry.NodeEvent;
import dev.parley.server.auth.Authenticator;
import dev.parley.server.auth.BoundSession;
import dev.parley.server.auth.Credentials;
import dev.parley.server.auth.Outcome;
import dev.parley.server.auth.Principal;
import dev.parley.server.auth.Purpose;
import dev.parley.server.auth.RequestHead;
import dev.parley.server.limit.Refusal;
import dev.parley.server.limit.Seat;
import dev.parley.server.limit.Seating;
import dev.parley.server.limit.Seats;
import dev.parley.server.realtime.RealtimeCall;
import dev.parley.server.realtime.Rooms;
import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.UpgradeRequest;
import dev.parley.sockets.Upgrades;
import dev.parley.wire.session.SessionConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/**
 * Lets clients in: who asks, for what, and whether there is a seat is settled before the upgrade is
 * answered, and the call runs before the first frame. Safe for any thread, blocks none.
 */
final class Reception implements Upgrades {

  private static final Set<String> PATHS = Set.of("/v1/realtime", "/openai/v1/realtime");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final ServerSettings settings;
  private final ServerParts parts;
  private final Authenticator authenticator;
  private final Seats seats;
  private final ActorRef<Sessions.Request> sessions;
  private final SessionConfigs configs;
  private final Lobby lobby;
  private final RefusalLog refusals;
  private final RealtimeCall.House house;

  Reception(
      ActorSystem<?> system,
      ServerSettings settings,
      ServerParts parts,
      Authenticator authenticator,
      Seats seats,
      ActorRef<Sessions.Request> sessions,
      Lobby lobby,
      RefusalLog refusals) {
    this.system = system;
    this.settings = settings;
    this.parts = parts;
    this.authenticator = authenticator;
    this.seats = seats;
    this.sessions = sessions;
    this.lobby = lobby;
    this.refusals = refusals;
    this.configs = new SessionConfigs(parts.wallClock(), parts.random(), parts.models());
    this.house =
        new RealtimeCall.House(
            parts.detectors(),
            settings.rates(),
            settings.farewell(),
            parts.telemetry(),
            parts.random());
  }

  @Override
  public CompletionStage<UpgradeAnswer> ask(UpgradeRequest request) {
    if (!PATHS.contains(request.path())) {
      return CompletableFuture.completedStage(UpgradeAnswer.notMine());
    }
    RequestHead head = head(request);
    return switch (authenticator.admit(head, Purpose.SESSION)) {
      case Outcome.Denied(Refusal refusal) -> refuse(request, refusal);
      case Outcome.Admitted(Principal principal, Optional<BoundSession> bound) ->
          seat(request, head, principal, bound);
    };
  }

  private CompletionStage<UpgradeAnswer> seat(
      UpgradeRequest request, RequestHead head, Principal principal, Optional<BoundSession> bound) {
    Duration length =
        bound.map(b -> b.length(settings.limits().length())).orElse(settings.limits().length());
    return switch (configs.of(request, bound, length)) {
      case SessionConfigs.Wrong(Refusal refusal) -> refuse(request, refusal);
      case SessionConfigs.Ready(SessionConfig config) -> {
        Optional<Backend> model = parts.models().find(config.model());
        if (model.isEmpty()) {
          yield refuse(request, noModel());
        }
        yield switch (seats.take(principal.account(), principal.sessionsAtOnce())) {
          case Seating.Full(Refusal refusal) -> refuse(request, refusal);
          case Seat seat -> {
            try {
              ServerTools.Granted tools = parts.tools().grant(model.get());
              SessionConfig told =
                  config.instructions().isEmpty()
                      ? config.withInstructions(tools.instructions())
                      : config;
              yield open(
                  request,
                  Credentials.subprotocol(head),
                  RealtimeCall.of(
                      house,
                      told,
                      settings.limits().withLength(length),
                      model.get(),
                      tools.box(),
                      request.socket(),
                      request.dispatcher(),
                      Credentials.wantsTimes(head),
                      rooms -> recording(request, principal, rooms)),
                  tools,
                  config.id(),
                  seat);
            } catch (RuntimeException | Error e) {
              seat.close();
              throw e;
            }
          }
        };
      }
    };
  }

  private Recording recording(UpgradeRequest request, Principal principal, Rooms rooms) {
    RecordingWish wish = RecordingWish.of(request);
    return parts
        .recorders()
        .open(
            new ServerRecorders.Session(principal.account(), wish.subject(), wish.answer(), rooms));
  }

  private CompletionStage<UpgradeAnswer> open(
      UpgradeRequest request,
      Optional<String> subprotocol,
      RealtimeCall session,
      ServerTools.Granted tools,
      String id,
      Seat seat) {
    CompletionStage<Sessions.Answer> answer =
        AskPattern.ask(
            sessions,
            replyTo -> new Sessions.Open(session.call(), Optional.of(id), replyTo),
            PATIENCE,
            system.scheduler());
    return answer
        .thenApplyAsync(
            said ->
                switch (said) {
                  case Sessions.Opened(CallHandle call) -> {
                    tools.begun().accept(call);
                    lobby.enter(id, session.door().expulsion(), call, seat);
                    yield subprotocol.map(UpgradeAnswer::accept).orElseGet(UpgradeAnswer::accept);
                  }
                  case Sessions.Refused(Sessions.Reason reason, String why) -> {
                    seat.close();
                    yield told(request, unavailable(reason, why));
                  }
                },
            Runnable::run)
        .exceptionallyAsync(
            late -> {
              seat.close();
              return told(
                  request,
                  unavailable(Sessions.Reason.BROKEN, "The server is too busy: try again."));
            },
            Runnable::run);
  }

  private Refusal unavailable(Sessions.Reason reason, String why) {
    Duration retry = settings.limits().admission().retryAfter();
    return switch (reason) {
      case DRAINING -> Refusal.unavailable("server_draining", why, retry);
      case NODE_FULL, MODEL_FULL -> Refusal.unavailable("server_is_overloaded", why, retry);
      case BROKEN -> Refusal.unavailable("session_failed", why, retry);
    };
  }

  private static Refusal noModel() {
    return new Refusal(
        404,
        "invalid_request_error",
        "model_not_found",
        Optional.of("model"),
        "There is no model of that name here: ask GET /v1/models for those that there are.",
        Optional.empty());
  }

  private CompletionStage<UpgradeAnswer> refuse(UpgradeRequest request, Refusal refusal) {
    return CompletableFuture.completedStage(told(request, refusal));
  }

  private UpgradeAnswer told(UpgradeRequest request, Refusal refusal) {
    refusals.note(refusal, request.remote().getAddress());
    parts.node().record(new NodeEvent.TurnedAway(refusal.status(), refusal.code()));
    Map<String, String> headers = new LinkedHashMap<>(refusal.headers());
    headers.remove("Content-Type"); // an upgrade's refusal is always JSON
    return new UpgradeAnswer.Refuse(refusal.status(), headers, refusal.json());
  }

  private static RequestHead head(UpgradeRequest request) {
    return new RequestHead(
        target(request),
        name -> request.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of()),
        request.remote().getAddress());
  }

  /** The path and query as far as it matters who reads them: names and values, in order. */
  private static String target(UpgradeRequest request) {
    return request.query().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
        .collect(Collectors.joining("&", request.path() + "?", ""));
  }
}
