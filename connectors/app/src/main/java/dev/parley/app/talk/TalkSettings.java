package dev.parley.app.talk;

import dev.parley.app.tools.Toolkit;
import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.model.Backend;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of a talk.
 *
 * @param file the caller's recording; without one, and without a microphone, a sample call is
 *     spoken
 * @param channel which of its channels the caller is on, from 0; without, all are mixed
 * @param out the folder for the files
 * @param tools what the model may have done
 * @param effort how hard the model thinks
 * @param fast in virtual time
 * @param microphone the caller is at the microphone
 * @param headphones the microphone does not hear the loudspeaker
 * @param record the folder in which the talk is recorded, if it is
 */
public record TalkSettings(
    Optional<Path> file,
    Optional<Integer> channel,
    Path out,
    Backend model,
    SpeechDetectors detectors,
    Eagerness eagerness,
    Toolkit tools,
    Effort effort,
    boolean fast,
    boolean microphone,
    boolean headphones,
    Optional<Path> record) {

  public TalkSettings {
    if (microphone && file.isPresent()) {
      throw new IllegalArgumentException("give a file or --mic, not both");
    }
    if (channel.isPresent() && file.isEmpty()) {
      throw new IllegalArgumentException("--channel goes with a FILE");
    }
    if (headphones && !microphone) {
      throw new IllegalArgumentException("--headphones goes with --mic");
    }
    if (microphone && fast) {
      throw new IllegalArgumentException(
          "--mic goes with --pace real only: a microphone cannot be hurried");
    }
  }
}
