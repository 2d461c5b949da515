package dev.parley.app.serve;

import dev.parley.app.Catalogue;
import dev.parley.app.config.ServeConfig;
import dev.parley.app.phone.Telephone;
import dev.parley.app.record.SessionRecorder;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.playground.Playground;
import dev.parley.prometheus.Metrics;
import dev.parley.prometheus.MetricsSettings;
import dev.parley.prometheus.Scrape;
import dev.parley.server.Annex;
import dev.parley.server.MetricsPage;
import dev.parley.server.Models;
import dev.parley.server.Premises;
import dev.parley.server.RealtimeServer;
import dev.parley.server.ServerParts;
import dev.parley.server.ServerRecorders;
import dev.parley.sockets.SocketSettings;
import dev.parley.twilio.TwilioRecorders;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs, with all that belongs to it. Safe for any thread. */
public final class Serving {

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private final ServeConfig config;
  private final ActorSystem<Void> system;
  private final RealtimeServer server;
  private final Optional<SessionRecorder> recorder;

  private Serving(
      ServeConfig config,
      ActorSystem<Void> system,
      RealtimeServer server,
      Optional<SessionRecorder> recorder) {
    this.config = config;
    this.system = system;
    this.server = server;
    this.recorder = recorder;
  }

  /**
   * Starts it. When this comes back, the first client finds everything loaded.
   *
   * @throws StartFailure in one sentence, if it cannot start
   */
  public static Serving start(ServeConfig config, Models models, ServedTools tools)
      throws InterruptedException {
    SpeechDetectors detectors =
        Catalogue.detector(config.detector().orElseGet(Catalogue::bestDetector));
    detectors.open().close(); // loaded now, or the first caller would wait for it
    models.prepare(); // likewise
    Metrics metrics = new Metrics(MetricsSettings.defaults());
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "parley");
    Optional<SessionRecorder> recorder = recorder(config, system);
    ServerParts parts =
        ServerParts.of(models, detectors)
            .withTools(tools.in(system))
            .withRecorders(recorder.<ServerRecorders>map(r -> r).orElseGet(ServerRecorders::none))
            .withTelemetry(Telemetry.all(metrics, new SessionLog()), metrics)
            .withMetrics(accept -> page(metrics, accept))
            .withAnnexes(config.page() ? List.of(Serving::playground) : List.of());
    SocketSettings sockets = config.server().sockets();
    try {
      RealtimeServer server =
          RealtimeServer.start(
                  system, config.server(), withPhone(config, system, parts, metrics, recorder))
              .toCompletableFuture()
              .get();
      LOG.atInfo()
          .addKeyValue("host", sockets.host())
          .addKeyValue("port", server.address().getPort())
          .log("server started");
      return new Serving(config, system, server, recorder);
    } catch (ExecutionException | RuntimeException e) {
      system.terminate();
      throw StartFailure.of(e, sockets.host(), sockets.port());
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** How many sessions run. */
  public int sessions() {
    return server.sessions();
  }

  /** What there is to tell at the start. */
  public List<String> greeting(Optional<Path> file) {
    return Greeting.lines(config, server.address(), file);
  }

  /**
   * Stops in good order: no new sessions from now on, those that run go on for the drain time and
   * are then told. Called again, it gives the same end.
   */
  public CompletionStage<Done> stop() {
    LOG.atInfo()
        .addKeyValue("sessions", server.sessions())
        .addKeyValue("drain_seconds", config.server().drain().toSeconds())
        .log("server drains");
    return server
        .stop()
        .thenCompose(
            done ->
                recorder
                    .map(SessionRecorder::drained)
                    .orElseGet(() -> CompletableFuture.completedStage(done)))
        .thenCompose(
            done -> {
              LOG.atInfo().log("server stopped");
              system.terminate();
              return system.getWhenTerminated();
            });
  }

  /** The log of sessions has no line for a telephone call: the house itself writes one. */
  private static ServerParts withPhone(
      ServeConfig config,
      ActorSystem<?> system,
      ServerParts parts,
      Metrics metrics,
      Optional<SessionRecorder> recorder) {
    if (config.phone().isEmpty()) {
      return parts;
    }
    ServerParts calls = parts.withTelemetry(metrics, metrics);
    List<Annex.Builder> annexes = new ArrayList<>(parts.annexes());
    annexes.add(
        Telephone.of(
            config.phone().get(),
            system,
            calls,
            recorder.<TwilioRecorders>map(r -> r).orElseGet(TwilioRecorders::none)));
    return parts.withAnnexes(annexes);
  }

  private static Optional<SessionRecorder> recorder(ServeConfig config, ActorSystem<?> system) {
    if (config.record().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SessionRecorder.start(config.record().get(), system));
    } catch (IOException e) {
      system.terminate();
      throw StartFailure.recording(config.record().get().settings().folder(), e);
    }
  }

  private static Annex playground(Premises premises) {
    return Annex.page(Playground.read().route());
  }

  private static MetricsPage.Page page(Metrics metrics, String accept) {
    Scrape scrape = metrics.scrape(accept);
    return new MetricsPage.Page(scrape.contentType(), scrape.body());
  }
}
