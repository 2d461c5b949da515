package dev.parley.scripted;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.model.Voice;
import dev.parley.engine.script.SpeakingStage;
import java.util.Optional;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Answers everything with speech of a set length after a set time: for demonstrations and load,
 * where what is said does not matter and when it is said does.
 *
 * <p>It heeds the brief: it speaks or writes, within the tokens that it may use, and calls a tool
 * that it is offered before it tells anything, with arguments that the tool's schema accepts: the
 * first reply to a turn calls, and the reply after that speaks. A reply that brings a brief of its
 * own does as that says; one of the SIDE lane calls only if it must. Instructions, effort and voice
 * change nothing.
 *
 * <p>Safe for any thread.
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
    return Capabilities.full().withTranscribes(settings.hears().isPresent());
  }

  /** Has the voice say something, which loads it. */
  @Override
  public void prepare() {
    voice.speak("a", piece -> false);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(voice.rate());
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(
        new SpeakingStage(
            name(),
            voice.rate(),
            Optional.of(voice),
            spec.brief(),
            desk -> new FixedLength(settings, desk)));
  }
}
