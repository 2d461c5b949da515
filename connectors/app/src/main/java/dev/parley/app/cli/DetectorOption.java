package dev.parley.app.cli;

import dev.parley.app.Catalogue;
import dev.parley.audio.vad.SpeechDetectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --vad}, for all commands that hear. */
final class DetectorOption {

  @Option(
      names = "--vad",
      paramLabel = "NAME",
      description = "silero, webrtc or energy (default: the best that this build has).")
  private @Nullable String name;

  SpeechDetectors detectors() {
    String asked = name == null ? Catalogue.bestDetector() : name;
    return Named.by("--vad", () -> Catalogue.detector(asked));
  }
}
