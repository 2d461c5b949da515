package dev.parley.playground.browser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Makes what a microphone hears of a caller who says these words, where espeak-ng is installed. */
final class Phrases {

  private static final int RATE = 22_050; // espeak-ng's own
  private static final double ROOM = 12; // of 32,768

  private final Path program;
  private final Random random = new Random(7);
  private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();

  private Phrases(Path program) {
    this.program = program;
  }

  /** A caller, if this machine has a voice for one. */
  static Optional<Phrases> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "espeak-ng"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Phrases::new);
  }

  /** Is quiet, as quiet as a room is. */
  Phrases pause(Duration length) {
    int count = (int) (length.toMillis() * RATE / 1_000);
    ByteBuffer quiet = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      quiet.putShort((short) (random.nextGaussian() * ROOM));
    }
    pcm.writeBytes(quiet.array());
    return this;
  }

  Phrases say(String words) throws Exception {
    Path spoken = Files.createTempFile("phrase", ".wav");
    try {
      List<String> command =
          List.of(
              program.toString(),
              "-v",
              "en-us",
              "-s",
              "150",
              "-a",
              "55",
              "-w",
              spoken.toString(),
              words);
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new IOException("espeak-ng cannot say " + words);
      }
      try (AudioInputStream audio = AudioSystem.getAudioInputStream(spoken.toFile())) {
        pcm.writeBytes(audio.readAllBytes());
      }
    } finally {
      Files.delete(spoken);
    }
    return this;
  }

  Path write(Path wav) throws IOException {
    AudioFormat format = new AudioFormat(RATE, 16, 1, /* signed= */ true, /* bigEndian= */ false);
    try (AudioInputStream audio =
        new AudioInputStream(new ByteArrayInputStream(pcm.toByteArray()), format, pcm.size() / 2)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, wav.toFile());
    }
    return wav;
  }
}
