package dev.parley.twilio;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.stream.javadsl.Flow;

/** A model of which all is kept that it hears and is told. */
final class Eavesdropper implements Backend {

  final List<Inbound> heard = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  final List<SessionSpec> specs = new ArrayList<>();
  private final Backend model;

  Eavesdropper(Backend model) {
    this.model = model;
  }

  <C extends Command> List<C> commands(Class<C> kind) {
    return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <F extends Inbound> List<F> heard(Class<F> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
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
    specs.add(spec);
    return Flow.of(Inbound.class)
        .map(
            frame -> {
              heard.add(frame);
              return frame;
            })
        .viaMat(
            model.open(spec),
            (none, control) ->
                command -> {
                  commands.add(command);
                  return control.send(command);
                });
  }
}
