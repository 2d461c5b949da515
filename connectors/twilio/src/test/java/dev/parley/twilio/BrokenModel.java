package dev.parley.twilio;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.stream.javadsl.Flow;

/** Breaks when it has listened for a second. */
final class BrokenModel implements Backend {

  @Override
  public String name() {
    return "broken";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return in;
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.of(Inbound.class)
        .<Outbound>mapConcat(
            frame -> {
              if (frame instanceof Captured audio && audio.end().millis() > 1_000) {
                throw new IllegalStateException("it breaks");
              }
              return List.of();
            })
        .mapMaterializedValue(none -> command -> CompletableFuture.completedStage(Ack.DONE));
  }
}
