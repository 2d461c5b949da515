package dev.parley.recorder;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.random.RandomGenerator;
import org.apache.pekko.stream.javadsl.Flow;

/** A model whose frames come over a network: also some of a reply that is cancelled already. */
public record JitteredModel(Backend model, RandomGenerator random) implements Backend {

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Capabilities capabilities() {
    return model.capabilities();
  }

  @Override
  public Effort effort() {
    return model.effort();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return model.negotiate(in);
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return model.open(spec).via(new Jitter<>(random));
  }
}
