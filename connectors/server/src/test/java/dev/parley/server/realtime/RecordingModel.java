package dev.parley.server.realtime;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.stream.javadsl.Flow;

/** Another model, and a record of what it was told. */
final class RecordingModel implements Backend {

  /** A command, and what the model answered. */
  record Told(Command command, Ack ack) {}

  private final Backend model;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  RecordingModel(Backend model) {
    this.model = model;
  }

  /** The next command of these kinds. */
  Told next(List<Class<? extends Command>> kinds) throws InterruptedException {
    while (true) {
      Told next = told.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("the model was told nothing of " + kinds);
      }
      if (kinds.contains(next.command.getClass())) {
        return next;
      }
    }
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Capabilities capabilities() {
    return model.capabilities();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return model.negotiate(in);
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return model.open(spec).mapMaterializedValue(this::recording);
  }

  private Control recording(Control control) {
    return command -> control.send(command).thenApply(ack -> record(command, ack));
  }

  private Ack record(Command command, Ack ack) {
    told.add(new Told(command, ack));
    return ack;
  }
}
