package docs.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.model.Backend;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.server.Models;
import dev.parley.server.RealtimeServer;
import dev.parley.server.ServerParts;
import dev.parley.server.ServerSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** A server in a program of one's own. */
class EmbeddedServerTest {

  private static final int PATIENCE = 30;

  @Test
  void aServerIsStarted_takesAClient_andStops() throws Exception {
    ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "embedded");
    try {
      Backend model = new ScriptedModel(ScriptedSettings.defaults(), new ToneVoice());
      RealtimeServer server = within(start(system, model));
      Ear ear = new Ear();
      URI uri = URI.create("ws://127.0.0.1:" + server.address().getPort() + "/v1/realtime?model=a");
      WebSocket client =
          within(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(uri, ear));
      assertThat(within(ear.first)).contains("\"session.created\"");
      assertThat(server.sessions()).isEqualTo(1);

      within(stop(server));

      assertThat(within(ear.closed)).isEqualTo(1012);
      assertThat(server.sessions()).isZero();
      client.abort();
    } finally {
      system.terminate();
      within(system.getWhenTerminated());
    }
  }

  private static CompletionStage<RealtimeServer> start(ActorSystem<Void> system, Backend model) {
    // <start>
    ServerSettings settings = ServerSettings.defaults();
    return RealtimeServer.start(
        system, //                                                              an actor system
        settings.withSockets(settings.sockets().withAddress("127.0.0.1", 0)), // any free port
        ServerParts.of(
            Models.always(model), //                                            for all names
            EnergyDetector.energy())); //                                       Silero, WebRtcVad
    // </start>
  }

  private static CompletionStage<Done> stop(RealtimeServer server) {
    // <stop>
    return server.stop(Duration.ofSeconds(1)); // so long may sessions run on
    // </stop>
  }

  private static <T> T within(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
  }

  /** Hears the first event, and how it ends. */
  private static final class Ear implements WebSocket.Listener {

    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        first.complete(text.toString());
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedStage(null);
    }
  }
}
