package dev.parley.benchmarks.overhead;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Source;

/** A model that costs nothing: one endless reply, which is the caller's own audio. */
final class Mirror implements Backend {

  private static final Epoch REPLY = new Epoch(Epoch.Lane.MAIN, 1);

  @Override
  public String name() {
    return "mirror";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full().withTurns(Capabilities.Turns.NONE);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return in;
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.of(Inbound.class)
        .<Outbound>mapConcat(
            frame ->
                frame instanceof Captured audio
                    ? List.of(new Spoken(REPLY, 0, audio.position(), audio.samples()))
                    : List.of())
        .prepend(Source.<Outbound>single(new ReplySignal.Started(REPLY)))
        .mapMaterializedValue(none -> command -> CompletableFuture.completedStage(Ack.NOTHING));
  }
}
