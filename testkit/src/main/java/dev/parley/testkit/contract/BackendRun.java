package dev.parley.testkit.contract;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.testkit.Frames;
import dev.parley.testkit.probe.SinkProbe;
import dev.parley.testkit.probe.SourceProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Keep;

/**
 * One session of a model in a virtual world that moves on only when a test lets it. Used by one
 * thread.
 */
public final class BackendRun implements AutoCloseable {

  private static final int RATE = 24_000;
  private static final int FRAME = RATE / 50;

  private final VirtualWorld<Object> world = VirtualWorld.create(Behaviors.empty(), "backend-run");
  private final SourceProbe<Inbound> caller;
  private final SinkProbe<Outbound> listener;
  private final Control control;
  private final List<Outbound> frames = new ArrayList<>();
  private long heard;

  /** Opens a session for a caller at 24 kHz. */
  public BackendRun(Backend model) {
    AudioFormat audio = AudioFormat.pcm16(RATE);
    model.negotiate(audio);
    var running =
        SourceProbe.<Inbound>source()
            .viaMat(model.open(SessionSpec.of("contract-1", audio)), Keep.both())
            .toMat(SinkProbe.<Outbound>sink(), Keep.both())
            .run(world.system());
    caller = running.first().first();
    control = running.first().second();
    listener = running.second();
    pass(Duration.ZERO);
  }

  /** Lets time pass. */
  public BackendRun pass(Duration span) {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    world.run(
        system -> {
          system
              .scheduler()
              .scheduleOnce(span, () -> over.complete(true), system.executionContext());
          return over;
        },
        span.plusSeconds(1));
    listener.drainTo(frames);
    return this;
  }

  /** Asks for so many frames and lets the model make them for up to a minute. */
  public BackendRun listen(int most) {
    listener.request(most);
    return pass(Duration.ofMinutes(1));
  }

  /** Sends a command and gives the answer. */
  public Ack send(Command command) {
    return world.run(system -> control.send(command), Duration.ofSeconds(1));
  }

  /** The caller says this, in frames of 20 ms, in real time. */
  public BackendRun hear(Samples audio) {
    for (Captured frame : Frames.captured(heard, RATE, audio, FRAME)) {
      caller.send(frame);
      pass(Duration.ofMillis(20));
    }
    heard += audio.count();
    return this;
  }

  /** A fact comes behind what was heard so far. */
  public BackendRun hear(Signal fact) {
    caller.send(fact);
    return pass(Duration.ZERO);
  }

  /** The caller speaks for a second and is silent for another. */
  public BackendRun hearTurn() {
    return hear(Frames.tone(440, RATE, RATE)).hear(Samples.silence(RATE));
  }

  /** The caller hangs up. */
  public BackendRun hangUp() {
    caller.complete();
    return pass(Duration.ofSeconds(1));
  }

  /** All frames so far. */
  public List<Outbound> frames() {
    return List.copyOf(frames);
  }

  /** The frames of one reply so far. */
  public List<OfReply> of(Epoch epoch) {
    return frames.stream()
        .filter(OfReply.class::isInstance)
        .map(OfReply.class::cast)
        .filter(frame -> frame.epoch().equals(epoch))
        .toList();
  }

  /** Whether the model asks for more of the caller's audio. */
  public boolean wantsToHear() {
    return caller.hasDemand();
  }

  /** The model's own end, which must have come. */
  public void expectComplete() {
    listener.expectComplete();
  }

  @Override
  public void close() {
    listener.cancel();
    world.close();
  }
}
