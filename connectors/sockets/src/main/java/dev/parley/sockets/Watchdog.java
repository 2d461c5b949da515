package dev.parley.sockets;

import dev.parley.engine.time.MediaClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices an event loop that does not come round, and tells what it is doing instead.
 *
 * <p>A thread of its own gives each loop a little task in turn, and looks after the time that is
 * allowed whether it was done. When that thread itself was late, the machine was busy, and no loop
 * is blamed, and neither for the classes that are loaded when something is done for the first time.
 */
final class Watchdog {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final Pattern WAITING = Pattern.compile("epoll.*|wait|poll.*|select.*");
  private static final Pattern LOADING =
      Pattern.compile(
          "java\\.lang\\.ClassLoader|jdk\\.internal\\.loader\\..*"
              + "|java\\.lang\\.invoke\\.(MethodHandleNatives|CallSite|.*Factory.*|.*Bootstrap.*)");
  private static final long LOG_EVERY = TimeUnit.SECONDS.toNanos(10);

  private final MediaClock clock;
  private final long allowed;
  private final SocketWatch watch;
  private final List<Kept> loops;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-sockets-watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private long lastRound;

  Watchdog(MediaClock clock, Duration allowed, SocketWatch watch, List<Loop> loops) {
    this.clock = clock;
    this.allowed = allowed.toNanos();
    this.watch = watch;
    this.loops = loops.stream().map(Kept::new).toList();
    lastRound = clock.nanos();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // ends with its executor
  void start() {
    timer.scheduleAtFixedRate(this::round, allowed, allowed, TimeUnit.NANOSECONDS);
  }

  void stop() {
    timer.shutdownNow();
  }

  private void round() {
    long now = clock.nanos();
    boolean late = now - lastRound > allowed * 3 / 2;
    lastRound = now;
    for (Kept loop : loops) {
      loop.look(now, late);
    }
  }

  /** What is known of one loop. */
  private final class Kept {

    private final Loop loop;
    private volatile boolean answered = true;
    private volatile long answeredAt;
    private long asked;
    private boolean told;
    private long logged;
    private long unlogged;

    Kept(Loop loop) {
      this.loop = loop;
      logged = clock.nanos() - LOG_EVERY;
    }

    void look(long now, boolean late) {
      if (loop.events().isShuttingDown()) {
        return;
      }
      if (answered) {
        if (told) {
          told = false;
          watch.loopFreed(loop.dispatcher(), Duration.ofNanos(answeredAt - asked));
        }
        answered = false;
        asked = now;
        loop.events().execute(this::answer);
      } else if (late && !told) {
        asked = now;
      } else if (!told && now - asked >= allowed) {
        List<StackTraceElement> stack = loop.stack();
        if (waits(stack) || loads(stack)) {
          asked = now; // the machine is busy, or it is the first time, which does not come again
        } else {
          told = true;
          tell(Duration.ofNanos(now - asked), now, stack);
        }
      }
    }

    private void answer() {
      answeredAt = clock.nanos();
      answered = true;
    }

    private void tell(Duration soFar, long now, List<StackTraceElement> stack) {
      watch.loopBlocked(loop.dispatcher(), soFar, stack);
      if (now - logged < LOG_EVERY) {
        unlogged++;
        return;
      }
      if (LOG.isWarnEnabled()) {
        LOG.warn(
            "{} has not come round for {} ms ({} more times since the last such line); it is at {}",
            loop.dispatcher(),
            soFar.toMillis(),
            unlogged,
            stack.isEmpty() ? "an unknown place" : stack.getFirst());
        LOG.debug("{} is at{}", loop.dispatcher(), text(stack));
      }
      logged = now;
      unlogged = 0;
    }

    /** Whether the loop sits in the kernel until something happens. */
    private static boolean waits(List<StackTraceElement> stack) {
      return !stack.isEmpty()
          && stack.getFirst().isNativeMethod()
          && WAITING.matcher(stack.getFirst().getMethodName()).matches();
    }

    /** Whether classes are being loaded, as they are once for all when they are first used. */
    private static boolean loads(List<StackTraceElement> stack) {
      return stack.stream()
          .anyMatch(
              frame ->
                  frame.getMethodName().equals("<clinit>")
                      || LOADING.matcher(frame.getClassName()).matches());
    }

    private String text(List<StackTraceElement> stack) {
      StringBuilder text = new StringBuilder();
      for (StackTraceElement frame : stack) {
        text.append("\n\tat ").append(frame);
      }
      return text.toString();
    }
  }
}
