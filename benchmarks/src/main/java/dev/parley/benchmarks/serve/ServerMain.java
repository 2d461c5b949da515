package dev.parley.benchmarks.serve;

import dev.parley.scripted.ScriptedSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One server in a process of its own. It prints its port, answers the line {@code heap} with the
 * bytes in use after a collection, and ends when its input does.
 */
public final class ServerMain {

  static final String HEAP = "heap";
  private static final int COLLECTIONS = 3;

  private ServerMain() {}

  /**
   * @param arguments which server, and for ours the scripted model
   */
  public static void main(String[] arguments) throws IOException {
    ServerKind kind = ServerKind.of(arguments[0]);
    System.out.println(
        start(kind, arguments.length > 1 ? arguments[1] : ScriptedSettings.NAME + ":think=0ms"));
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (line.equals(HEAP)) {
        System.out.println(heap());
      }
    }
    System.exit(0);
  }

  private static int start(ServerKind kind, String model) {
    return switch (kind) {
      case NETTY_ECHO -> NettyServer.start(new Answer.Echo()).port();
      case NETTY_SINK -> NettyServer.start(new Answer.Sink()).port();
      case PEKKO_ECHO -> join(PekkoEcho.start(system())).localAddress().getPort();
      case PARLEY, PARLEY_WEBRTC, PARLEY_SILERO ->
          join(ParleyServer.start(system(), kind, model)).address().getPort();
    };
  }

  private static ActorSystem<Void> system() {
    return ActorSystem.create(Behaviors.empty(), "served");
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
