package docs.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.resample.Resample;
import dev.parley.audio.tap.WavFile;
import dev.parley.audio.turn.Eagerness;
import dev.parley.audio.turn.TurnDetector;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.Vad;
import dev.parley.engine.conversation.Brief;
import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.time.Offload;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.files.AudioFile;
import dev.parley.files.FileDoor;
import dev.parley.recorder.Consent;
import dev.parley.recorder.RecorderSettings;
import dev.parley.recorder.Recordings;
import dev.parley.recorder.format.Rooms;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of one's own that records its calls, without the numbers that are in them. */
class RedactionTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void numbersInTexts_areNotWritten() throws IOException {
    try (VirtualWorld<Void> world = VirtualWorld.create(Behaviors.empty(), "redaction")) {
      Path file = world.run(this::hold, Duration.ofMinutes(1)).orElseThrow();

      assertThat(text(file, "session.json"))
          .contains("The customer is ####.")
          .doesNotContain("4711");
      assertThat(text(file, "events.jsonl")).contains("\"type\":\"said\"");
    }
  }

  private CompletionStage<Optional<Path>> hold(ActorSystem<Void> system) {
    try {
      return record(system, folder.resolve("kept"), caller(), EnergyDetector.energy(), model());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletionStage<Optional<Path>> record(
      ActorSystem<?> system, Path folder, Door caller, SpeechDetectors detector, Backend model)
      throws IOException {
    SessionSettings settings =
        SessionSettings.defaults()
            .withBrief(Brief.defaults().withInstructions("The customer is 4711."));
    // <recording>
    Pattern digit = Pattern.compile("[0-9]");
    Recordings recordings =
        Recordings.in(
            RecorderSettings.in(folder)
                .withRetention(Duration.ofDays(7))
                .withRedaction(text -> digit.matcher(text).replaceAll("#")),
            Recordings.World.of(Offload.of(system), InstantSource.system(), new SecureRandom()));

    Recording recording =
        recordings.open(
            Consent.of("customer-17"),
            Rooms.of(detector.name(), detector.settings(), TurnSettings.of(Eagerness.MEDIUM)));
    Door door = recording.door(caller);
    recording
        .call(
            Pipeline.call("support")
                .from(door)
                .through(Vad.with(detector))
                .through(TurnDetector.silence(Eagerness.MEDIUM))
                .to(recording.model(model))
                .through(Resample.spoken(door.plays().rate()))
                .through(Playout.forDoor(door))
                .back()
                .with(recording.settings(settings)))
        .start(system, "support-1", (call, props) -> system.systemActorOf(call, "call", props));
    return recording.kept();
    // </recording>
  }

  private static String text(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile());
        InputStream in = file.getInputStream(file.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
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
