package dev.parley.testkit.model;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Capabilities.Say;
import dev.parley.engine.model.Capabilities.Turns;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.testkit.Frames;
import java.time.Duration;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A model for tests: answers as fast as it is asked for more, always the same.
 *
 * @param name what plans call it
 * @param capabilities what works, and so which of the five kinds it is
 * @param reply how long each reply is, at the rate of the caller's audio
 * @param capacity how many sessions it carries
 */
public record FakeModel(String name, Capabilities capabilities, Duration reply, int capacity)
    implements Backend {

  private static final Duration REPLY = Duration.ofSeconds(2);

  /** Does all that can be asked of it but parallel replies, and answers when it is told to. */
  public static FakeModel engineTurn() {
    return of("engine-turn", Capabilities.full().withParallelReplies(false));
  }

  /** Hears by itself when the caller has finished, and answers of its own accord. */
  public static FakeModel backendTurn() {
    return of(
        "backend-turn", Capabilities.full().withTurns(Turns.THEIRS).withParallelReplies(false));
  }

  /** Says what it hears, on and on, as one reply. */
  public static FakeModel noTurn() {
    return of(
        "no-turn", new Capabilities(Turns.NONE, false, false, Say.NO, false, /* tools= */ false));
  }

  /** Cannot be stopped in mid-reply and does not forget. */
  public static FakeModel noCancel() {
    return of(
        "no-cancel",
        Capabilities.full().withCancel(false).withTruncate(false).withParallelReplies(false));
  }

  /** Makes several replies at the same time. */
  public static FakeModel parallelReplies() {
    return of("parallel-replies", Capabilities.full());
  }

  private static FakeModel of(String name, Capabilities capabilities) {
    return new FakeModel(name, capabilities, REPLY, Integer.MAX_VALUE);
  }

  public FakeModel withReply(Duration length) {
    return new FakeModel(name, capabilities, length, capacity);
  }

  public FakeModel withCapacity(int sessions) {
    return new FakeModel(name, capabilities, reply, sessions);
  }

  /** What this kind of model says at a place of a reply: never silence. */
  public static Samples speech(Epoch epoch, long from, int count) {
    return Frames.ramp(from + 7_919 * epoch.n() + 1_009L * epoch.lane().name().length(), count);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(in.rate());
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(new FakeStage(this, spec.audio().rate()));
  }
}
