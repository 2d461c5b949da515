package dev.parley.scripted;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.model.Voice;
import java.util.Optional;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Answers everything with speech of a set length after a set time: for demonstrations and load,
 * where what is said does not matter and when it is said does.
 *
 * <p>With a tool, the first reply to a turn calls it, and the reply after that speaks. A reply that
 * asks for other tools only ({@link ReplySpec#tools}), or one of the SIDE lane, speaks at once.
 */
public final class ScriptedModel implements Backend {

  private final ScriptedSettings settings;
  private final Voice voice;

  /**
   * @param voice speaks the replies, at its own rate
   */
  public ScriptedModel(ScriptedSettings settings, Voice voice) {
    this.settings = settings;
    this.voice = voice;
  }

  @Override
  public String name() {
    return ScriptedSettings.NAME;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(voice.rate());
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(
        new SpeakingStage(
            name(), voice.rate(), Optional.of(voice), () -> new FixedLength(settings)));
  }

  /** The script of one session. */
  private static final class FixedLength implements Script {

    private final ScriptedSettings settings;
    private boolean speaksNext;

    FixedLength(ScriptedSettings settings) {
      this.settings = settings;
    }

    @Override
    public Line answer(Epoch epoch, ReplySpec spec) {
      boolean calls = mayCall(epoch, spec) && !speaksNext;
      if (!calls) {
        speaksNext = false;
        return new Line(settings.think(), new Act.SpeakFor(settings.reply()));
      }
      return new Line(
          settings.think(), new Act.Call(settings.tool().orElseThrow(), settings.arguments()));
    }

    private boolean mayCall(Epoch epoch, ReplySpec spec) {
      return epoch.lane() == Epoch.Lane.MAIN
          && settings.tool().isPresent()
          && spec.tools()
              .map(all -> all.stream().anyMatch(t -> t.name().equals(settings.tool().get())))
              .orElse(true);
    }

    @Override
    public void called() {
      speaksNext = true;
    }

    @Override
    public void answered() {
      speaksNext = true; // also of a late answer, when another turn was spoken to in between
    }
  }
}
