package dev.parley.scripted;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.engine.script.SpeakingStage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Says the caller's own words back: the audio of their last turn, at most its last 30 s. Good for
 * hearing what a door, a stage and a turn detector make of a voice.
 *
 * <p>It needs {@code SpeechStarted} and {@code SpeechStopped} in the caller's audio, or commits
 * that say where a turn ends. It has no voice of its own, so it cannot {@code Say}.
 */
public final class EchoModel implements Backend {

  /** The name that a spec string begins with. */
  public static final String NAME = "echo";

  private static final List<String> OPTIONS = List.of("think");

  private final Duration think;

  /**
   * @param think from being asked to the first sound; zero or more. A little of it lets audio that
   *     is on its way arrive
   */
  public EchoModel(Duration think) {
    if (think.isNegative()) {
      throw new IllegalArgumentException("think must not be negative, got " + think);
    }
    this.think = think;
  }

  /**
   * Reads {@code echo:think=100ms}, which is also what holds where the option is left out.
   *
   * @throws IllegalArgumentException in one sentence that names the option and what it may be
   */
  public static EchoModel parse(String spec) {
    return new EchoModel(Spec.parse(spec, NAME, OPTIONS).duration("think", Duration.ofMillis(100)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.full().withSay(Capabilities.Say.NO).withTools(false);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return AudioFormat.pcm16(in.rate());
  }

  @Override
  public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
    int rate = spec.audio().rate();
    return Flow.fromGraph(
        new SpeakingStage(
            NAME, rate, Optional.empty(), spec.brief(), desk -> new EchoScript(think, rate)));
  }
}
