package dev.parley.speech.asr.child;

import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.child.Message.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running child, seen by its parent. Safe for any thread. Whatever goes wrong ends it for good;
 * from then on everything asked of it throws {@link RecogniserException}.
 */
final class ChildProcess implements AutoCloseable {

  /** What the child said of itself. */
  record Hello(String name, int rate, int capacity) {}

  private static final String NO_START = "the recogniser's process cannot be started";
  private static final String DIED = "the recogniser's process has died";

  /** Wakes those who wait for an answer that will not come. */
  private static final Message GONE = new Message(Kind.FAILED, 0, new byte[0]);

  private final Process process;
  private final Consumer<String> onDeath;
  private final BlockingQueue<Message> outgoing = new LinkedBlockingQueue<>();
  private final Thread writer;
  private final Map<Integer, BlockingQueue<Message>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(1);
  private final Hello hello;
  private final AtomicReference<@Nullable String> death = new AtomicReference<>();

  /**
   * Starts a child and waits for its hello.
   *
   * @param onDeath told once why it has ended, on any thread, unless it was closed; must not block
   * @throws RecogniserException if none comes
   */
  ChildProcess(List<String> command, Duration longest, Consumer<String> onDeath) {
    this.onDeath = onDeath;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      onDeath.accept(NO_START);
      throw new RecogniserException(NO_START, e);
    }
    BlockingQueue<Message> first = expect(0);
    writer = Thread.ofPlatform().daemon().name("parley-child-writer").start(this::write);
    Thread.ofPlatform().daemon().name("parley-child").start(this::listen);
    Message message = await(first, longest);
    try {
      hello = hello(message);
    } catch (IOException e) {
      throw dead("the recogniser's process speaks another version");
    } catch (RuntimeException e) {
      end(e.getMessage() == null ? NO_START : e.getMessage());
      throw e;
    }
    waiting.remove(0);
  }

  private static Hello hello(Message message) throws IOException {
    DataInputStream body = Pack.open(unwrapped(message).body());
    if (message.kind() != Kind.HELLO || body.readInt() != Message.VERSION) {
      throw new IOException("no hello");
    }
    return new Hello(Pack.text(body), body.readInt(), body.readInt());
  }

  Hello hello() {
    return hello;
  }

  boolean isAlive() {
    return death.get() == null;
  }

  /** A number nobody else has. */
  int number() {
    return numbers.getAndIncrement();
  }

  /** Says something that is not answered. Does not wait for a child that does not listen. */
  void tell(Message message) {
    requireAlive();
    outgoing.add(message);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws IllegalArgumentException if the child refuses
   * @throws RecogniserException if it fails, dies, or does not answer in time: then it is ended
   */
  DataInputStream ask(Message message, Duration longest) {
    BlockingQueue<Message> answers = expect(message.about());
    tell(message);
    return Pack.open(unwrapped(await(answers, longest)).body());
  }

  /** Nobody waits for that number any more. */
  void forget(int number) {
    waiting.remove(number);
  }

  /** Ends it, and says to all who wait why. */
  void end(String reason) {
    if (death.compareAndSet(null, reason)) {
      onDeath.accept(reason);
    }
    leave();
  }

  @Override
  public void close() {
    death.compareAndSet(null, "the recogniser is closed");
    leave();
  }

  private void leave() {
    process.destroyForcibly();
    writer.interrupt();
    waiting.values().forEach(queue -> queue.add(GONE));
  }

  private BlockingQueue<Message> expect(int about) {
    return waiting.computeIfAbsent(about, number -> new LinkedBlockingQueue<>());
  }

  private Message await(BlockingQueue<Message> answers, Duration longest) {
    requireAlive();
    Message answer;
    try {
      answer = answers.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw dead("the wait for the recogniser's process was interrupted");
    }
    if (answer == null) {
      throw dead("the recogniser's process did not answer in %d s".formatted(longest.toSeconds()));
    }
    if (answer.equals(GONE)) {
      requireAlive();
    }
    return answer;
  }

  private static Message unwrapped(Message answer) {
    if (answer.kind() == Kind.REFUSED) {
      throw new IllegalArgumentException(sentence(answer));
    }
    if (answer.kind() == Kind.FAILED) {
      throw new RecogniserException(sentence(answer));
    }
    return answer;
  }

  private static String sentence(Message answer) {
    try {
      return Pack.text(Pack.open(answer.body()));
    } catch (IOException e) {
      return "the recogniser's process failed";
    }
  }

  /** Runs on its own thread until the child ends: who asks must not hang where the child does. */
  private void write() {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
      while (isAlive()) {
        outgoing.take().write(out);
      }
    } catch (IOException e) {
      end(DIED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it has ended
    }
  }

  /** Runs on its own thread until the child ends. */
  private void listen() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      Message message = Message.read(in);
      while (message != null) {
        BlockingQueue<Message> queue = waiting.get(message.about());
        if (queue != null) { // else who asked has gone
          queue.add(message);
        }
        if (message.kind() == Kind.FAILED && message.about() == 0) {
          end(sentence(message)); // it has no recogniser
        }
        message = Message.read(in);
      }
      end(DIED);
    } catch (IOException e) {
      end("the recogniser's process has died or sent rubbish");
    }
  }

  private RecogniserException dead(String reason) {
    end(reason);
    return new RecogniserException(reason);
  }

  private void requireAlive() {
    String reason = death.get();
    if (reason != null) {
      throw new RecogniserException(reason);
    }
  }
}
