package dev.parley.conformance.server;

import dev.parley.server.Models;
import dev.parley.server.RealtimeServer;
import dev.parley.server.ServerParts;
import dev.parley.server.ServerSettings;
import dev.parley.server.auth.Account;
import dev.parley.sockets.TlsSettings;
import dev.parley.webrtcvad.WebRtcVad;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Our server with an actor system of its own. */
final class InProcessServer implements ServerUnderTest {

  private static final String ACCOUNT = "conformance";

  private final ActorSystem<Void> system;
  private final RealtimeServer server;

  InProcessServer(Setup setup) {
    system = ActorSystem.create(Behaviors.empty(), "conformance");
    server =
        await(
            RealtimeServer.start(
                system,
                settings(setup),
                ServerParts.of(Models.always(setup.model()), WebRtcVad.defaults())));
  }

  private static ServerSettings settings(Setup setup) {
    ServerSettings settings = ServerSettings.defaults();
    TlsSettings tls = setup.tls() ? TlsSettings.selfSigned() : TlsSettings.none();
    List<Account> accounts =
        setup.key().stream().map(key -> Account.of(ACCOUNT, List.of(key))).toList();
    return settings
        .withSockets(settings.sockets().withAddress("127.0.0.1", 0).withTls(tls))
        .withAuth(settings.auth().withAccounts(accounts))
        .withLimits(settings.limits().withLength(setup.sessionLength()));
  }

  @Override
  public int port() {
    return server.address().getPort();
  }

  @Override
  public void close() {
    await(server.stop(Duration.ZERO));
    system.terminate();
  }

  private static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the server starts or stops", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the server does not start or stop", e);
    }
  }
}
