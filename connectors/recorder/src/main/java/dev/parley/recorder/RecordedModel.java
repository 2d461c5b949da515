package dev.parley.recorder;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.recorder.file.Happening;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;

/** A model in one session, what it is told and what it gives. */
final class RecordedModel implements Backend {

  private final Backend model;
  private final Journal journal;
  private final Consumer<? super AudioFormat> speaks;

  /**
   * @param speaks is told the audio of the replies when it is agreed on
   */
  RecordedModel(Backend model, Journal journal, Consumer<? super AudioFormat> speaks) {
    this.model = model;
    this.journal = journal;
    this.speaks = speaks;
  }

  /** The model itself, which other sessions share. */
  Backend original() {
    return model;
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
  public int capacity() {
    return model.capacity();
  }

  @Override
  public Effort effort() {
    return model.effort();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) throws Refused {
    AudioFormat out = model.negotiate(in);
    speaks.accept(out);
    return out;
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.<Inbound>create()
        .via(new Watch<>(frame -> {}, over(Happening.Way.TO_MODEL)))
        .viaMat(model.open(spec), Keep.right())
        .via(
            new Watch<>(
                frame -> journal.note(new Happening.FromModel(frame)),
                over(Happening.Way.FROM_MODEL)))
        .mapMaterializedValue(control -> command -> send(control, command));
  }

  private CompletionStage<Ack> send(Control control, Command command) {
    long n = journal.nextCommand();
    journal.note(new Happening.ToModel(n, command));
    return control
        .send(command)
        .thenApply(
            ack -> {
              journal.note(new Happening.ModelAnswered(n, ack));
              return ack;
            });
  }

  private Consumer<Optional<Throwable>> over(Happening.Way way) {
    return failure ->
        journal.note(new Happening.Over(way, failure.map(why -> String.valueOf(why.getMessage()))));
  }
}
