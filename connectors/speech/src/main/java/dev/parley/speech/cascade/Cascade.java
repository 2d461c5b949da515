package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.model.Voice;
import dev.parley.engine.script.SpeakingStage;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.Voices;
import dev.parley.speech.agent.AgentSettings;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.sphinx4.Pronouncer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.stream.javadsl.Flow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation from parts that work offline: a recogniser that knows what the session's tools can
 * be told, an agent of rules, and a voice. A caller's speech becomes a tool call's JSON, and what
 * the tool answers is spoken.
 *
 * <p>It wants turns: a VAD before it, or commits. With a VAD it understands a turn while the turn
 * detector still waits. Effort (see {@code Effort}) is what it spends on that. Safe for any thread.
 */
public final class Cascade implements Backend {

  /** The name that a spec string begins with. */
  public static final String NAME = "cascade";

  private static final int RATE = 16_000;
  private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);

  private final Hearing hearing;
  private final int capacity;
  private final Function<? super String, ? extends Voice> voices;
  private final AgentSettings settings;
  private final Minds minds;

  /**
   * @param capacity how many sessions the recogniser carries at once
   * @param voices the voice of that name; the default one for an empty or unknown name
   * @param compiler works out what tools mean; may take a second
   */
  Cascade(
      Hearing hearing,
      int capacity,
      Function<? super String, ? extends Voice> voices,
      AgentSettings settings,
      Function<? super List<ToolShape>, ? extends Understanding> compiler) {
    this.hearing = hearing;
    this.capacity = capacity;
    this.voices = voices;
    this.settings = settings;
    minds = new Minds(compiler);
  }

  /**
   * A cascade of these parts, which stay their owner's.
   *
   * @param second asked as well at the highest effort, if there is another recogniser
   * @param voices those that a session may choose from
   * @param voice the one for a session that does not
   * @param clock tells what "tomorrow" is
   */
  public static Cascade of(
      Recogniser first,
      Optional<Recogniser> second,
      Voices voices,
      Voice voice,
      Clock clock,
      AgentSettings settings) {
    Pronouncer pronouncer = new Pronouncer();
    return new Cascade(
        new Recognition(first, second),
        first.capacity(),
        name -> choose(voices, name, voice),
        settings,
        tools -> SpokenTools.compile(tools, clock, pronouncer));
  }

  /** The names of a provider's voices mean nothing here, and harm nothing. */
  private static Voice choose(Voices voices, String name, Voice otherwise) {
    if (name.isEmpty()) {
      return otherwise;
    }
    try {
      return voices.get(name);
    } catch (IllegalArgumentException e) {
      LOG.debug("There is no such voice here; the default one speaks");
      return otherwise;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full().withTranscribes(/* other= */ true);
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /** Has it all hear and say something: models are loaded then, and code is compiled. */
  @Override
  public void prepare() {
    hearing.understand(
        Samples.silence(hearing.rate()), minds.of(List.of()), new Focus.Anything(), Effort.LOW);
    new Mouth(voices.apply(""), RATE).speak("Hello, how are you?", piece -> true);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(RATE);
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    return Flow.fromGraph(
        new SpeakingStage(
            NAME,
            RATE,
            Optional.of(new Mouth(voices.apply(spec.brief().voice()), RATE)),
            spec.brief(),
            desk -> new CascadeScript(NAME, desk, hearing, minds, settings, spec.audio().rate())));
  }
}
