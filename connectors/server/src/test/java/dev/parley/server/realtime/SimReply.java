package dev.parley.server.realtime;

import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal.Kind;
import dev.parley.engine.frame.ReplySignal.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** Makes up replies as models make them: any parts in any number, each lawful. */
final class SimReply {

  private final RandomGenerator random;
  private final boolean calm;

  /**
   * @param calm whether it is one written part that succeeds
   */
  SimReply(RandomGenerator random, boolean calm) {
    this.random = random;
    this.calm = calm;
  }

  Deque<Outbound> frames(Reply reply) {
    Deque<Outbound> frames = new ArrayDeque<>();
    frames.add(reply.started());
    int parts = calm ? 1 : random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      switch (calm ? 1 : random.nextInt(3)) {
        case 0 -> spoken(frames, reply, part);
        case 1 -> written(frames, reply, part);
        default -> call(frames, reply, part);
      }
      if (random.nextInt(10) > 0) { // or its end takes the part's end along
        frames.add(reply.partEnded(part));
      }
    }
    frames.add(reply.ended(outcome()));
    return frames;
  }

  private Outcome outcome() {
    if (calm) {
      return Outcome.COMPLETED;
    }
    return switch (random.nextInt(10)) {
      case 0 -> Outcome.FAILED;
      case 1 -> Outcome.LIMITED;
      default -> Outcome.COMPLETED;
    };
  }

  private void spoken(Deque<Outbound> frames, Reply reply, int part) {
    frames.add(reply.part(part, Kind.SPEECH));
    int pieces = random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      frames.add(reply.words(part, "word \ud83d\ude00 " + i));
      frames.add(reply.audio(part, 20 * i, 20));
    }
  }

  private void written(Deque<Outbound> frames, Reply reply, int part) {
    frames.add(reply.part(part, Kind.TEXT));
    int pieces = random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      frames.add(reply.words(part, "word \"" + i));
    }
  }

  private void call(Deque<Outbound> frames, Reply reply, int part) {
    String callId = "call_" + random.nextInt(20);
    frames.add(reply.part(part, Kind.TOOL_CALL));
    if (random.nextBoolean()) {
      frames.add(reply.callStarted(part, callId, "tool"));
      frames.add(reply.arguments(part, "{\"a\""));
    }
    if (random.nextInt(8) > 0) { // or the model loses its thread
      frames.add(reply.call(part, callId, "tool", "{\"a\":1}"));
    }
  }
}
