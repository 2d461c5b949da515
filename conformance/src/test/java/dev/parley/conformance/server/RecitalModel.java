package dev.parley.conformance.server;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Recites its replies, one after the other and then from the beginning, as fast as it is asked for
 * more, whatever it hears. Each session begins with the first.
 *
 * @param hears what a turn of the caller's says, for sessions that want transcriptions
 */
record RecitalModel(List<Recital> replies, Optional<String> hears) implements Backend {

  static final int RATE = 24_000;

  RecitalModel {
    replies = List.copyOf(replies);
  }

  @Override
  public String name() {
    return "recital";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full().withTranscribes(hears.isPresent());
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(RATE);
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(new RecitalStage(this, spec.brief()));
  }
}
