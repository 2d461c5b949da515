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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A running child, seen by its parent. Safe for any thread. Whatever goes wrong ends it for good;
 * from then on everything asked of it throws {@link RecogniserException}.
 */
final class ChildProcess implements AutoCloseable {

  /** What the child said of itself. */
  record Hello(String name, int rate, int capacity) {}

  /** Wakes those who wait for an answer that will not come. */
  private static final Message GONE = new Message(Kind.FAILED, 0, new byte[0]);

  private final Process process;
  private final DataOutputStream out;
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<Integer, BlockingQueue<Message>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(1);
  private final Hello hello;
  private volatile @Nullable String death;

  /**
   * Starts a child and waits for its hello.
   *
   * @throws RecogniserException if none comes
   */
  ChildProcess(List<String> command, Duration longest) {
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new RecogniserException("the recogniser's process cannot be started", e);
    }
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    BlockingQueue<Message> first = expect(0);
    Thread.ofPlatform().daemon().name("parley-child").start(this::listen);
    Message message = await(first, longest);
    try {
      hello = hello(message);
    } catch (IOException e) {
      throw dead("the recogniser's process speaks another version");
    } catch (RuntimeException e) {
      end("the recogniser's process could not be started");
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
    return death == null;
  }

  /** A number nobody else has. */
  int number() {
    return numbers.getAndIncrement();
  }

  /** Says something that is not answered. */
  void tell(Message message) {
    requireAlive();
    writing.lock();
    try {
      message.write(out);
    } catch (IOException e) {
      throw dead("the recogniser's process has died");
    } finally {
      writing.unlock();
    }
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
    if (death == null) {
      death = reason;
    }
    process.destroyForcibly();
    waiting.values().forEach(queue -> queue.add(GONE));
  }

  @Override
  public void close() {
    end("the recogniser is closed");
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
        message = Message.read(in);
      }
      end("the recogniser's process has died");
    } catch (IOException e) {
      end("the recogniser's process has died or sent rubbish");
    }
  }

  private RecogniserException dead(String reason) {
    end(reason);
    return new RecogniserException(reason);
  }

  private void requireAlive() {
    String reason = death;
    if (reason != null) {
      throw new RecogniserException(reason);
    }
  }
}
