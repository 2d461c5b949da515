package dev.parley.server;

import dev.parley.engine.session.Sessions;
import dev.parley.engine.time.MediaClock;
import dev.parley.server.auth.Authenticator;
import dev.parley.server.auth.ClientSecrets;
import dev.parley.server.http.Errors;
import dev.parley.server.http.Page;
import dev.parley.server.http.Routes;
import dev.parley.server.http.SecretRoutes;
import dev.parley.server.limit.Seats;
import dev.parley.sockets.CloseCode;
import dev.parley.sockets.SocketServer;
import dev.parley.sockets.Upgrades;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks OpenAI's Realtime protocol, with any model behind it.
 *
 * <p>One TCP port for WebSockets ({@code /v1/realtime}) and for requests ({@code
 * /v1/realtime/client_secrets}, {@code /v1/models}, {@code /healthz}, {@code /readyz}, {@code
 * /metrics}). Safe for any thread. Several may run in one actor system.
 */
public final class RealtimeServer {

  private static final String STOPPING = "The server is stopping: connect again.";

  private final ActorSystem<?> system;
  private final ServerSettings settings;
  private final SocketServer sockets;
  private final ActorRef<Sessions.Request> sessions;
  private final Seats seats;
  private final Lobby lobby;
  private final List<Annex> annexes;
  private final AtomicReference<@Nullable CompletionStage<Done>> stopping = new AtomicReference<>();

  private RealtimeServer(
      ActorSystem<?> system,
      ServerSettings settings,
      SocketServer sockets,
      ActorRef<Sessions.Request> sessions,
      Seats seats,
      Lobby lobby,
      List<Annex> annexes) {
    this.system = system;
    this.settings = settings;
    this.sockets = sockets;
    this.sessions = sessions;
    this.seats = seats;
    this.lobby = lobby;
    this.annexes = annexes;
  }

  /**
   * Starts to listen.
   *
   * @return fails with {@link java.net.BindException} if the address is taken
   * @throws IllegalArgumentException in one sentence, if the settings cannot work
   */
  public static CompletionStage<RealtimeServer> start(
      ActorSystem<?> system, ServerSettings settings, ServerParts parts) {
    MediaClock clock = MediaClock.of(system);
    ClientSecrets secrets =
        new ClientSecrets(settings.auth().secrets(), parts.random(), parts.wallClock());
    Authenticator authenticator =
        new Authenticator(
            settings.auth(),
            address(settings.sockets().host()),
            settings.limits().admission().perKey(),
            secrets,
            clock::nanos);
    Seats seats = new Seats(settings.limits().admission());
    Lobby lobby = new Lobby();
    String name = "sessions-" + Long.toHexString(parts.random().nextLong());
    ActorRef<Sessions.Request> sessions =
        system.systemActorOf(
            Sessions.create(Integer.MAX_VALUE), name, Props.empty()); // the seats are the limit
    SessionConfigs configs = new SessionConfigs(parts.wallClock(), parts.random(), parts.models());
    RefusalLog refusals = new RefusalLog(clock::nanos);
    Errors errors = new Errors(refusals::note);
    Premises premises = new Premises(seats);
    List<Annex> annexes = parts.annexes().stream().map(builder -> builder.open(premises)).toList();
    Routes routes =
        new Routes(
            parts.models()::names,
            new SecretRoutes(
                authenticator,
                secrets,
                configs::id,
                parts.models()::effort,
                settings.limits().length(),
                errors),
            accept -> page(parts.metrics().write(accept)),
            () -> !seats.draining(),
            parts.wallClock(),
            errors);
    Flow<HttpRequest, HttpResponse, NotUsed> requests =
        routes.all(routesOf(annexes, false), routesOf(annexes, true)).flow(system.classicSystem());
    return SocketServer.bind(
            system,
            settings.sockets(),
            upgrades(
                new Reception(
                    system, settings, parts, authenticator, seats, sessions, lobby, refusals),
                annexes),
            requests,
            new NodeWatch(parts.node(), refusals))
        .thenApply(
            sockets ->
                new RealtimeServer(system, settings, sockets, sessions, seats, lobby, annexes));
  }

  private static Upgrades upgrades(Reception reception, List<Annex> annexes) {
    List<Upgrades> all = new ArrayList<>(List.of(reception));
    annexes.forEach(annex -> all.add(annex.upgrades()));
    return new FirstOf(all);
  }

  private static List<Route> routesOf(List<Annex> annexes, boolean atHome) {
    return annexes.stream().filter(annex -> annex.isAtHome() == atHome).map(Annex::routes).toList();
  }

  /** Where it listens, with the port that it got. */
  public InetSocketAddress address() {
    return sockets.address();
  }

  /** How many sessions run. */
  public int sessions() {
    return lobby.size();
  }

  /**
   * Stops in good order: takes no new sessions from now on, lets those that run go on for the drain
   * time, tells those that are still there (close code 1012), and closes the port. Called again, it
   * gives the same end.
   */
  public CompletionStage<Done> stop() {
    return stop(settings.drain());
  }

  /**
   * Stops in good order.
   *
   * @param drain how long sessions may run on
   */
  public CompletionStage<Done> stop(Duration drain) {
    CompletableFuture<Done> end = new CompletableFuture<>();
    CompletionStage<Done> already = stopping.compareAndExchange(null, end);
    if (already != null) {
      return already;
    }
    CompletionStage<Void> empty = seats.drain();
    annexes.forEach(Annex::drain);
    within(drain, empty)
        .thenCompose(
            drained -> {
              lobby.expelAll(CloseCode.RESTART, STOPPING);
              annexes.forEach(Annex::expelAll);
              return within(settings.farewell(), empty);
            })
        .thenCompose(gone -> sockets.shutdown(CloseCode.RESTART, STOPPING, settings.farewell()))
        .whenComplete(
            (done, failure) -> {
              sessions.tell(new Sessions.Stop());
              if (failure == null) {
                end.complete(Done.getInstance());
              } else {
                end.completeExceptionally(failure);
              }
            });
    return end;
  }

  /** Waits for an end, but no longer than this. */
  private CompletionStage<Void> within(Duration patience, CompletionStage<Void> end) {
    CompletableFuture<Void> either = new CompletableFuture<>();
    end.thenAccept(either::complete);
    system
        .scheduler()
        .scheduleOnce(patience, () -> either.complete(null), system.executionContext());
    return either;
  }

  private static Page page(MetricsPage.Page metrics) {
    return new Page(metrics.contentType(), metrics.body());
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "there is no address \"" + host + "\" here: listen at 127.0.0.1 or 0.0.0.0", e);
    }
  }
}
