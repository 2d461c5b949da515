package dev.parley.benchmarks.eval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Makes a folder whose speech is tones over a noise floor: what an energy detector can tell. */
final class SyntheticFolder {

  static final int RATE = 16_000;

  private final Path path;
  private final List<String> lines = new ArrayList<>();

  SyntheticFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Adds a line as it is. */
  SyntheticFolder line(String line) {
    lines.add(line);
    return this;
  }

  /** Adds a recording with a tone in each region. */
  SyntheticFolder add(String id, String kind, double seconds, Region... speech) throws IOException {
    write(path.resolve(id + ".wav"), seconds, List.of(speech));
    List<String> pairs = new ArrayList<>();
    for (Region region : speech) {
      pairs.add("[" + region.start() + ", " + region.end() + "]");
    }
    return line(
        """
        {"id": "%s", "file": "%s.wav", "kind": "%s", "speaker": "%s", "seconds": %s, "speech": %s}\
        """
            .formatted(id, id, kind, id, seconds, pairs));
  }

  /** Two who speak, one of them in a quiet place, and a file of silence. */
  SyntheticFolder addSmallSet() throws IOException {
    return add("one", "utterance", 4, new Region(1, 2), new Region(2.6, 3.4))
        .add("two", "utterance", 3, new Region(0.8, 2.2))
        .add("hush", "silence", 3);
  }

  Path write() throws IOException {
    Files.write(path.resolve(Folder.MANIFEST), lines);
    return path;
  }

  private static void write(Path file, double seconds, List<Region> speech) throws IOException {
    Random random = new Random(1);
    byte[] bytes = new byte[(int) (2 * seconds * RATE)];
    for (int i = 0; i < bytes.length / 2; i++) {
      boolean on = Region.anyHolds(speech, (double) i / RATE);
      double tone = on ? 6_000 * Math.sin(2 * Math.PI * 300 * i / RATE) : 0;
      short sample = (short) (tone + 10 * random.nextGaussian());
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
