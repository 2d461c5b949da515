package dev.parley.sockets;

import com.typesafe.config.ConfigFactory;
import io.netty.channel.EventLoop;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.Dispatcher;
import org.apache.pekko.dispatch.Dispatchers;
import org.apache.pekko.dispatch.ExecutorServiceFactory;
import org.apache.pekko.dispatch.ExecutorServiceFactoryProvider;
import org.apache.pekko.dispatch.MessageDispatcher;
import org.apache.pekko.dispatch.MessageDispatcherConfigurator;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/** Makes an event loop a dispatcher: its actors and streams run on the loop's thread. */
final class LoopDispatcher extends MessageDispatcherConfigurator {

  /** Messages to one actor before another has its turn. */
  private static final int THROUGHPUT = 64;

  private final MessageDispatcher dispatcher;

  private LoopDispatcher(ActorSystem system, String id, EventLoop loop) {
    super(
        system.dispatchers().config(id, ConfigFactory.empty()),
        system.dispatchers().prerequisites());
    dispatcher =
        new Dispatcher(
            this,
            id,
            THROUGHPUT,
            Duration.Zero(),
            new ExecutorServiceFactoryProvider() {
              @Override
              public ExecutorServiceFactory createExecutorServiceFactory(
                  String name, ThreadFactory threads) {
                return () -> new LoopExecutor(loop, system.dispatcher());
              }
            },
            FiniteDuration.apply(1, TimeUnit.SECONDS));
  }

  /** Registers a loop under the first free name that begins so, and tells the name. */
  static String register(ActorSystem system, String prefix, EventLoop loop) {
    Dispatchers dispatchers = system.dispatchers();
    for (int i = 1; ; i++) {
      String id = prefix + i;
      if (!dispatchers.hasDispatcher(id)
          && dispatchers.registerConfigurator(id, new LoopDispatcher(system, id, loop))) {
        return id;
      }
    }
  }

  @Override
  public MessageDispatcher dispatcher() {
    return dispatcher;
  }
}
