package dev.parley.playground.browser;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.playground.Playground;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.server.Annex;
import dev.parley.server.Models;
import dev.parley.server.RealtimeServer;
import dev.parley.server.ServerParts;
import dev.parley.server.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.server.Route;

/** A server with the page, as users meet it. It may go, and come back at the same address. */
final class Site implements AutoCloseable {

  private static final int PATIENCE = 30;

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "site");
  private final ServerSettings settings;
  private RealtimeServer server;

  private Site(String spec, ServerSettings settings) throws Exception {
    this.settings = settings;
    server = serve(spec, 0);
  }

  /** A server whose model does as this spec says, such as {@code think=100ms,reply=2s}. */
  static Site of(String spec) throws Exception {
    return of(spec, ServerSettings.defaults());
  }

  static Site of(String spec, ServerSettings settings) throws Exception {
    return new Site(spec, settings);
  }

  private RealtimeServer serve(String spec, int port) throws Exception {
    ScriptedModel model =
        new ScriptedModel(ScriptedSettings.parse("scripted:" + spec), new ToneVoice());
    Route page = Playground.read().route();
    return RealtimeServer.start(
            system,
            settings.withSockets(settings.sockets().withAddress("127.0.0.1", port).withLoops(2)),
            ServerParts.of(Models.none().with("scripted", model), EnergyDetector.energy())
                .withAnnexes(List.of(premises -> Annex.page(page))))
        .toCompletableFuture()
        .get(PATIENCE, TimeUnit.SECONDS);
  }

  /** The server goes, with a word to its clients. */
  void leave() {
    end();
  }

  /** It comes back. */
  void comeBack(String spec) throws Exception {
    server = serve(spec, server.address().getPort());
  }

  String url() {
    return "http://127.0.0.1:" + server.address().getPort() + "/";
  }

  @Override
  public void close() {
    end();
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }

  private void end() {
    server.stop(Duration.ZERO).toCompletableFuture().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }
}
