package dev.parley.benchmarks.serve;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Many callers on one thread, each of which sends 20 ms of sound every 20 ms by a {@link
 * SendSchedule}. It says how late it was itself, and measures from when a frame was due and not
 * from when it got round to it: a server that holds it up cannot hide that.
 *
 * <p>Made, run and closed by one thread, which waits.
 *
 * @param <C> how the sessions behave
 */
final class LoadDriver<C extends Caller> implements AutoCloseable {

  /** One frame of audio. */
  static final Duration PERIOD = Duration.ofMillis(20);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 64;

  private final EventLoopGroup loop = Transport.loop("driver");
  private final List<C> callers = new ArrayList<>();
  private final List<CallerHandler> handlers = new ArrayList<>();
  private final Histogram late = Spread.histogram();
  private @Nullable SendSchedule schedule;
  private boolean closing;
  private long next;
  private int hungUp;

  private LoadDriver() {}

  /**
   * Connects all sessions and waits until their greetings are over.
   *
   * @param maker makes the caller of each session, counted from 0
   * @throws IllegalStateException if a session does not come about
   */
  static <C extends Caller> LoadDriver<C> open(
      Sockets sockets, int sessions, IntFunction<? extends C> maker) {
    LoadDriver<C> driver = new LoadDriver<>();
    try {
      for (int i = 0; i < sessions; i++) {
        driver.connect(sockets, maker.apply(i));
      }
      return driver;
    } catch (RuntimeException e) {
      driver.close();
      throw e;
    }
  }

  private void connect(Sockets sockets, C caller) {
    CallerHandler handler = new CallerHandler(caller, this::onGone);
    callers.add(caller);
    handlers.add(handler);
    sockets.connect(loop, handler);
    await(handler.whenReady());
  }

  /** The sessions, in the order in which they were made. */
  List<C> callers() {
    return callers;
  }

  /**
   * Sends for a while, measures for a while, and stops sending.
   *
   * @param meter is read at the beginning and at the end of the measured span
   */
  LoadReport run(Duration warmUp, Duration span, Supplier<Usage> meter) {
    here(() -> begin(System.nanoTime()));
    pause(warmUp);
    long sentBefore = here(this::measure);
    Usage before = meter.get();
    long begun = System.nanoTime();
    pause(span);
    Usage used = meter.get().since(before);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return here(
        () -> {
          rest();
          return new LoadReport(next - sentBefore, seconds, Spread.of(late), hungUp, used);
        });
  }

  /** Sends until something is true of the callers, but not forever. */
  boolean runUntil(Callable<Boolean> truth, Duration patience) {
    here(() -> begin(System.nanoTime()));
    boolean came = waitUntil(truth, patience);
    here(this::rest);
    return came;
  }

  /** Waits until something is true of the callers, but not forever. */
  boolean waitUntil(Callable<Boolean> truth, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!here(truth)) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(Duration.ofMillis(20));
    }
    return true;
  }

  /** Runs on the driver's thread, where the callers may be looked at. */
  <T> T here(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return await(result);
  }

  private SendSchedule begin(long now) {
    SendSchedule begun = new SendSchedule(now, PERIOD.toNanos(), callers.size());
    schedule = begun;
    next = 0;
    tick();
    return begun;
  }

  private boolean rest() {
    schedule = null;
    return true;
  }

  private long measure() {
    late.reset();
    callers.forEach(Caller::measure);
    return next;
  }

  /** Sends what is due, and comes back when the next is. */
  private void tick() {
    SendSchedule plan = schedule;
    if (plan == null || closing) {
      return;
    }
    long due = Math.min(plan.dueBy(System.nanoTime()), next + AT_ONCE);
    while (next < due) {
      long at = plan.due(next);
      Spread.add(late, System.nanoTime() - at);
      handlers.get(plan.session(next)).frame(plan.frame(next), at);
      next++;
    }
    long wait = Math.max(0, plan.due(next) - System.nanoTime());
    Later.run(loop, this::tick, wait);
  }

  private void onGone() {
    if (!closing) {
      hungUp++;
    }
  }

  /** Cuts all connections. */
  @Override
  public void close() {
    here(
        () -> {
          closing = true;
          handlers.forEach(CallerHandler::close);
          return true;
        });
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  static void pause(Duration span) {
    long end = System.nanoTime() + span.toNanos();
    for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the driver failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the server did not answer within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
