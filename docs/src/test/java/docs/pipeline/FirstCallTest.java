package docs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.resample.Resample;
import dev.parley.audio.tap.Recorder;
import dev.parley.audio.tap.WavFile;
import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.files.AudioFile;
import dev.parley.files.FileDoor;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README. */
class FirstCallTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aCallFromAFileIsHeardAnsweredAndRecorded() throws IOException {
    Path recording = folder.resolve("call.wav");
    Call call = support(caller(), EnergyDetector.energy(), model(), recording);
    try (VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "first-call")) {
      SessionReport report = world.run(system -> call.run(system).closed(), Duration.ofMinutes(1));
      assertThat(report.failure()).isEmpty();
      assertThat(report.turns()).isEqualTo(1);
      assertThat(report.replies()).isEqualTo(1);
    }
    assertThat(Files.size(recording)).isGreaterThan(2 * 2 * 24_000);
  }

  private static Call support(
      Door caller, SpeechDetectors detector, Backend model, Path recording) {
    // <first-call>
    return Pipeline.call("support")
        .from(caller) //                                       a file, a microphone, a socket
        .through(Vad.with(detector)) //                        adds SpeechStarted, SpeechStopped
        .through(TurnDetector.silence(Eagerness.MEDIUM)) //    adds TurnEnded
        .tap(Recorder.to(recording)) //                        both sides, exactly as heard
        .to(model) //                                          listens while it speaks
        .through(Resample.spoken(caller.plays().rate()))
        .through(Playout.forDoor(caller)) //                   queue, gate and clock in one
        .back();
    // </first-call>
  }

  private static Backend model() {
    return new ScriptedModel(ScriptedSettings.defaults(), new ToneVoice());
  }

  private Door caller() throws IOException {
    Path file = folder.resolve("caller.wav");
    try (WavFile wav = WavFile.create(file, 16_000, 1)) {
      wav.append(Samples.silence(8_000));
      new ToneVoice(16_000)
          .speak(
              "Is anybody there?",
              piece -> {
                append(wav, piece);
                return true;
              });
      wav.append(Samples.silence(24_000));
    }
    return new FileDoor(AudioFile.open(file), Channels.mixdown());
  }

  private static void append(WavFile wav, Samples piece) {
    try {
      wav.append(piece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
