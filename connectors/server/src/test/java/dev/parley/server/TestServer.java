package dev.parley.server;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.model.Backend;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.sockets.SocketSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;

/** A server at a free port, with a scripted model behind it unless a test brings another. */
public final class TestServer implements AutoCloseable {

  /** Not the WebSockets' own: it keeps connections, and those cannot become WebSockets. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final RealtimeServer server;

  private TestServer(RealtimeServer server) {
    this.server = server;
  }

  /** With all defaults, but two event loops. */
  public static ServerSettings settings() {
    return ServerSettings.defaults().withSockets(SocketSettings.defaults().withLoops(2));
  }

  /** A model that does as its spec says, such as {@code think=10ms,reply=1s}. */
  public static Backend model(String spec) {
    return new ScriptedModel(ScriptedSettings.parse("scripted:" + spec), new ToneVoice(24_000));
  }

  static ServerParts parts(Backend model) {
    return ServerParts.of(Models.always(model), EnergyDetector.energy());
  }

  public static TestServer start(ActorSystem<?> system, ServerSettings settings, Backend model)
      throws Exception {
    return start(system, settings, parts(model));
  }

  static TestServer start(ActorSystem<?> system, ServerSettings settings, ServerParts parts)
      throws Exception {
    return new TestServer(
        RealtimeServer.start(system, settings, parts)
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS));
  }

  RealtimeServer server() {
    return server;
  }

  int port() {
    return server.address().getPort();
  }

  /** Asks without a key. */
  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(
        request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    server.stop(Duration.ZERO).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
