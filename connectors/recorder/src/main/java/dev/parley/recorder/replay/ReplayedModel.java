package dev.parley.recorder.replay;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.recorder.file.Recorded;
import org.apache.pekko.stream.javadsl.Flow;

/** A model that gives what a recorded one gave, and is never asked. For one session. */
record ReplayedModel(Recorded recorded) implements Backend {

  @Override
  public String name() {
    return recorded.about().model().name();
  }

  @Override
  public Capabilities capabilities() {
    return recorded.about().model().can();
  }

  @Override
  public Effort effort() {
    return recorded.about().model().effort();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return recorded.about().model().speaks();
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(new ReplayedModelStage(recorded));
  }
}
