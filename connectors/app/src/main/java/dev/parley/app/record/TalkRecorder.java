package dev.parley.app.record;

import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.time.Offload;
import dev.parley.recorder.Consent;
import dev.parley.recorder.RecorderSettings;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.format.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Records talks. Nobody is asked for consent: who gives the command is the caller, or has the
 * caller's recording already.
 */
public final class TalkRecorder {

  private TalkRecorder() {}

  /**
   * Whether recordings can be kept there.
   *
   * @throws IllegalArgumentException in one sentence if they cannot
   */
  public static void check(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "--record " + folder + " is a file: name a folder instead");
    }
    if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "--record " + folder + " cannot be written to: name another folder");
    }
  }

  /**
   * The recording of a talk.
   *
   * @param system in which the talk is held
   * @param folder is made if it is missing; nothing in it is ever deleted
   * @param echoGate whether one stands before the detector
   */
  public static Recording open(
      ActorSystem<?> system,
      Path folder,
      SpeechDetectors detectors,
      TurnTuning turns,
      boolean echoGate) {
    try {
      return Recordings.in(
              RecorderSettings.in(folder).withRetention(RecordingsFolder.FOREVER),
              Recordings.World.of(Offload.of(system), InstantSource.system(), new SecureRandom()))
          .open(
              Consent.yes(),
              Rooms.of(detectors.name(), detectors.settings(), turns).withEchoGate(echoGate));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException("--record " + folder + " cannot be used: " + e.getMessage(), e));
    }
  }
}
