package dev.parley.speech.asr.child;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.child.Message.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A decoder that lives in the child. When the child dies, so does this. */
final class ChildDecoder implements Decoder {

  private static final byte[] NOTHING = {};

  private final ChildProcess child;
  private final int number;
  private final Duration longest;
  private final Runnable onSuccess;
  private boolean closed;

  /**
   * @param onSuccess called when an utterance was recognised
   */
  ChildDecoder(ChildProcess child, int number, Duration longest, Runnable onSuccess) {
    this.child = child;
    this.number = number;
    this.longest = longest;
    this.onSuccess = onSuccess;
  }

  @Override
  public void begin() {
    child.tell(new Message(Kind.BEGIN, number, NOTHING));
  }

  @Override
  public void feed(Samples audio) {
    child.tell(new Message(Kind.FEED, number, Pack.audio(audio)));
  }

  @Override
  public Transcript partial() {
    List<Transcript> answer = ask(new Message(Kind.PARTIAL, number, NOTHING));
    return answer.isEmpty() ? Transcript.EMPTY : answer.getFirst();
  }

  @Override
  public List<Transcript> finish(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, got " + most);
    }
    List<Transcript> answer =
        ask(new Message(Kind.FINISH, number, Pack.body(body -> body.writeInt(most))));
    onSuccess.run();
    return answer.isEmpty() ? List.of(Transcript.EMPTY) : answer;
  }

  private List<Transcript> ask(Message question) {
    try (DataInputStream answer = child.ask(question, longest)) {
      return Pack.transcripts(answer);
    } catch (IOException e) {
      child.end("the recogniser's process sent rubbish");
      throw new RecogniserException("the recogniser's process sent rubbish", e);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      child.forget(number);
      if (child.isAlive()) {
        child.tell(new Message(Kind.CLOSE, number, NOTHING));
      }
    }
  }
}
