package dev.parley.app.talk;

import dev.parley.app.report.CallReport;
import dev.parley.audio.codec.Channels;
import dev.parley.audio.tap.WavFile;
import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import dev.parley.files.AudioFile;
import dev.parley.files.FileDoor;
import dev.parley.files.MicrophoneDoor;
import dev.parley.speech.FreeTtsVoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Who calls: a recording, somebody at the microphone, or the sample call.
 *
 * @param length of the caller's audio; the longest call there is for a microphone
 * @param temporary a file that goes with the caller
 */
record Caller(Door door, CallReport.Input input, Duration length, Optional<Path> temporary)
    implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofHours(1);

  static Caller of(TalkSettings settings) throws IOException {
    if (settings.microphone()) {
      Door door = MicrophoneDoor.system();
      return new Caller(
          door,
          new CallReport.Input("microphone", 0, door.captures().rate()),
          LONGEST,
          Optional.empty());
    }
    return settings.file().isPresent() ? recorded(settings, settings.file().get()) : sample();
  }

  private static Caller recorded(TalkSettings settings, Path path) {
    return of(
        AudioFile.open(path),
        settings.channel().map(Channels::only).orElseGet(Channels::mixdown),
        path.getFileName().toString(),
        Optional.empty());
  }

  private static Caller sample() throws IOException {
    Path file = Files.createTempFile("parley-sample-", ".wav");
    Voice voice = new FreeTtsVoice();
    Samples call = SampleCall.speak(voice);
    try (WavFile wav = WavFile.create(file, voice.rate(), 1)) {
      wav.append(call);
    }
    return of(AudioFile.open(file), Channels.mixdown(), SampleCall.NAME, Optional.of(file));
  }

  private static Caller of(
      AudioFile file, Channels channels, String name, Optional<Path> temporary) {
    return new Caller(
        new FileDoor(file, channels),
        new CallReport.Input(name, file.seconds(), file.format().rate()),
        file.length(),
        temporary);
  }

  @Override
  public void close() throws IOException {
    if (temporary.isPresent()) {
      Files.deleteIfExists(temporary.get());
    }
  }
}
