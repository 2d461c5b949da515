package dev.parley.speech.asr.child;

import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.child.Message.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The child's side: reads what is asked, lets each decoder answer on a thread of its own, in the
 * order in which it was asked.
 */
final class ChildServer {

  private final Recogniser recogniser;
  private final DataOutputStream out;
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<Integer, Seat> seats = new HashMap<>();

  ChildServer(Recogniser recogniser, DataOutputStream out) {
    this.recogniser = recogniser;
    this.out = out;
  }

  /** A decoder, with its thread. */
  private static final class Seat {
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private @Nullable Decoder decoder;
    private @Nullable RuntimeException problem; // of something that is not answered

    private Decoder decoder() {
      if (problem != null) {
        throw problem;
      }
      if (decoder == null) {
        throw new IllegalStateException("the decoder was not opened");
      }
      return decoder;
    }
  }

  /**
   * Answers until the stream ends.
   *
   * @throws IOException if what comes is no message
   */
  void serve(DataInputStream in) throws IOException {
    send(
        new Message(
            Kind.HELLO,
            0,
            Pack.body(
                body -> {
                  body.writeInt(Message.VERSION);
                  Pack.text(body, recogniser.name());
                  body.writeInt(recogniser.rate());
                  body.writeInt(recogniser.capacity());
                })));
    Message message = Message.read(in);
    while (message != null) {
      take(message);
      message = Message.read(in);
    }
  }

  private void take(Message message) {
    Seat seat = seats.computeIfAbsent(message.about(), about -> new Seat());
    seat.thread.execute(() -> handle(seat, message));
    if (message.kind() == Kind.CLOSE || message.kind() == Kind.CAN) {
      seats.remove(message.about());
      seat.thread.shutdown();
    }
  }

  private void handle(Seat seat, Message message) {
    try {
      byte[] answer = answer(seat, message);
      if (answer != null) {
        send(new Message(Kind.ANSWER, message.about(), answer));
      }
    } catch (IllegalArgumentException e) {
      fail(Kind.REFUSED, message, e);
    } catch (IOException | RuntimeException | LinkageError e) {
      fail(Kind.FAILED, message, e);
    }
  }

  private byte @Nullable [] answer(Seat seat, Message message) throws IOException {
    DataInputStream body = Pack.open(message.body());
    switch (message.kind()) {
      case CAN -> {
        boolean can = recogniser.can(Pack.task(body));
        return Pack.body(to -> to.writeBoolean(can));
      }
      case OPEN -> {
        Beam beam = Pack.beam(body);
        Task task = Pack.task(body);
        seat.decoder = recogniser.open(task, beam);
        return new byte[0];
      }
      case BEGIN -> {
        seat.problem = null;
        keep(seat, () -> seat.decoder().begin());
      }
      case FEED -> keep(seat, () -> seat.decoder().feed(Pack.audio(message.body())));
      case PARTIAL -> {
        var seems = seat.decoder().partial();
        return Pack.body(to -> Pack.transcripts(to, List.of(seems)));
      }
      case FINISH -> {
        var alternatives = seat.decoder().finish(body.readInt());
        return Pack.body(to -> Pack.transcripts(to, alternatives));
      }
      case CLOSE ->
          keep(
              seat,
              () -> {
                if (seat.decoder != null) {
                  seat.decoder.close();
                }
              });
      case HELLO, ANSWER, REFUSED, FAILED ->
          throw new IOException("a message came that only a child sends");
    }
    return null;
  }

  /** Nobody waits for an answer to this: the next question is told how it went. */
  private static void keep(Seat seat, Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      if (seat.problem == null) {
        seat.problem = e;
      }
    }
  }

  private void fail(Kind kind, Message message, Throwable problem) {
    String sentence = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    send(new Message(kind, message.about(), Pack.body(to -> Pack.text(to, sentence))));
  }

  private void send(Message message) {
    writing.lock();
    try {
      message.write(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the parent does not listen any more", e);
    } finally {
      writing.unlock();
    }
  }
}
