package dev.parley.app.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end, when a signal asks for it: the first one begins to drain, the second ends the program at
 * once.
 *
 * <p>A shutdown hook cannot do that: it never hears of a second Ctrl-C, and the exit code is the
 * signal's. So signals are taken by the JDK's own {@code sun.misc.Signal}, by reflection because
 * compilers warn of it; where a JVM has no such thing, a hook has to do.
 */
public final class Departure {

  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  private final Supplier<CompletionStage<?>> leave;
  private final IntConsumer halt;
  private final AtomicInteger asked = new AtomicInteger();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /**
   * @param leave begins to stop in good order
   * @param halt ends the program at once, with an exit code
   */
  public Departure(Supplier<CompletionStage<?>> leave, IntConsumer halt) {
    this.leave = leave;
    this.halt = halt;
  }

  /** Listens to signals from now on. */
  public Departure onSignals() {
    try {
      for (String name : SIGNALS) {
        handle(name);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.atDebug().log("no signals in this JVM: the first one ends the program");
      Runtime.getRuntime().addShutdownHook(new Thread(this::hook, "drain"));
    }
    return this;
  }

  /**
   * A signal came.
   *
   * @param number which
   */
  void signalled(int number) {
    if (asked.getAndIncrement() > 0) {
      int code = 128 + number;
      LOG.atWarn().addKeyValue("exit_code", code).log("told to stop again: ends at once");
      halt.accept(code);
      return;
    }
    leave
        .get()
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                over.complete(null);
              } else {
                over.completeExceptionally(failure);
              }
            });
  }

  /** Waits until all is over. */
  public void await() throws InterruptedException, ExecutionException {
    over.get();
  }

  private void hook() {
    if (asked.get() == 0) {
      signalled(15);
      try {
        over.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        LOG.atWarn().log("the server could not stop in good order");
      }
    }
  }

  private void handle(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Method number = signal.getMethod("getNumber");
    InvocationHandler invoked =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                signalled((int) number.invoke(arguments[0]));
                yield null;
              }
              case "hashCode" -> System.identityHashCode(proxy);
              case "equals" -> proxy == arguments[0];
              default -> "Departure";
            };
    Object own =
        Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, invoked);
    try {
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), own);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause()); // the signal is taken by somebody else
    }
  }
}
