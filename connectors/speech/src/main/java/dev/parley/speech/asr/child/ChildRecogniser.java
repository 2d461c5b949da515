package dev.parley.speech.asr.child;

import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.child.ChildProcess.Hello;
import dev.parley.speech.asr.child.Message.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another recogniser, in a child process: native code that crashes or hangs there ends the child,
 * not the server.
 *
 * <p>A child is started by the first who needs one. When it dies, its decoders answer with {@link
 * RecogniserException}; who opens one after that gets a new child, with a pause before that doubles
 * each time until an utterance was recognised again. A child that does not answer in time is ended.
 * The child ends when this is closed, or when this process ends, however it ends.
 */
public final class ChildRecogniser implements Recogniser {

  private static final Logger LOG = LoggerFactory.getLogger(ChildRecogniser.class);

  private final List<String> command;
  private final ChildSettings settings;
  private final InstantSource clock;
  private final Consumer<String> onDeath;
  private final ReentrantLock starting = new ReentrantLock();
  private @Nullable ChildProcess child;
  private @Nullable Hello known;
  private int deaths;
  private volatile Instant diedAt = Instant.MIN;
  private Instant earliest = Instant.MIN;
  private boolean closed;

  /**
   * Starts nothing yet.
   *
   * @param maker makes the recogniser, in the child: a public class with a constructor that takes
   *     nothing
   * @param argument what the maker is told there
   * @param clock for the pauses
   */
  public ChildRecogniser(
      Class<? extends Function<String, ? extends Recogniser>> maker,
      String argument,
      ChildSettings settings,
      InstantSource clock) {
    this(command(maker, argument, settings), settings, clock, ChildRecogniser::log);
  }

  /**
   * @param onDeath told why a child has ended; must not block
   */
  ChildRecogniser(
      List<String> command, ChildSettings settings, InstantSource clock, Consumer<String> onDeath) {
    this.onDeath = onDeath;
    this.command = List.copyOf(command);
    this.settings = settings;
    this.clock = clock;
  }

  static List<String> command(Class<?> maker, String argument, ChildSettings settings) {
    String java =
        ProcessHandle.current()
            .info()
            .command()
            .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return List.of(
        java,
        "-Xmx" + settings.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        ChildMain.class.getName(),
        maker.getName(),
        argument);
  }

  /** The other's, with {@code child:} before it. Starts a child if none was there yet. */
  @Override
  public String name() {
    return "child:" + hello().name();
  }

  @Override
  public int rate() {
    return hello().rate();
  }

  @Override
  public int capacity() {
    return hello().capacity();
  }

  @Override
  public boolean can(Task task) {
    ChildProcess asked = child();
    int number = asked.number();
    try (DataInputStream answer =
        asked.ask(
            new Message(Kind.CAN, number, Pack.body(body -> Pack.task(body, task))),
            settings.answer())) {
      return answer.readBoolean();
    } catch (IOException e) {
      asked.end("the recogniser's process sent rubbish");
      throw new RecogniserException("the recogniser's process sent rubbish", e);
    } finally {
      asked.forget(number);
    }
  }

  @Override
  public Decoder open(Task task, Beam beam) {
    ChildProcess asked = child();
    int number = asked.number();
    byte[] body =
        Pack.body(
            to -> {
              Pack.beam(to, beam);
              Pack.task(to, task);
            });
    try {
      asked.ask(new Message(Kind.OPEN, number, body), settings.start());
    } catch (RuntimeException e) {
      new ChildDecoder(asked, number, settings.answer(), this::succeeded).close();
      throw e;
    }
    return new ChildDecoder(asked, number, settings.answer(), this::succeeded);
  }

  private Hello hello() {
    starting.lock();
    try {
      return known != null ? known : child().hello();
    } finally {
      starting.unlock();
    }
  }

  /** The child, or a new one if it has died long enough ago. */
  private ChildProcess child() {
    starting.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      if (child != null && child.isAlive()) {
        return child;
      }
      if (child != null) {
        child = null;
        died();
      }
      Duration left = Duration.between(clock.instant(), earliest);
      if (earliest.isAfter(clock.instant())) {
        throw new RecogniserException(
            "the recogniser's process has died; another is started in %d ms at the earliest"
                .formatted(left.toMillis()));
      }
      try {
        child = new ChildProcess(command, settings.start(), this::ended);
      } catch (RecogniserException e) {
        died();
        throw e;
      }
      known = child.hello();
      return child;
    } finally {
      starting.unlock();
    }
  }

  /** On any thread, which must not wait here: who starts a child holds the lock meanwhile. */
  private void ended(String why) {
    diedAt = clock.instant();
    onDeath.accept(why);
  }

  private static void log(String why) {
    LOG.warn("A child has ended: {}. The next utterance gets another", why);
  }

  private void died() {
    deaths++;
    earliest = diedAt.plus(settings.pause(deaths));
  }

  private void succeeded() {
    starting.lock();
    try {
      deaths = 0;
    } finally {
      starting.unlock();
    }
  }

  @Override
  public void close() {
    starting.lock();
    try {
      closed = true;
      if (child != null) {
        child.close();
        child = null;
      }
    } finally {
      starting.unlock();
    }
  }
}
