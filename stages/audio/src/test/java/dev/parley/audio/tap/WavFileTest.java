package dev.parley.audio.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.Tone;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {

  @Test
  void newFile_isValidAndEmpty(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("empty.wav");
    try (WavFile file = WavFile.create(path, 16_000, 1)) {
      assertThat(file.frames()).isZero();
      assertThat(Wav.read(path)).isEqualTo(new Wav(16_000, List.of(Samples.silence(0))));
    }
    assertThat(Wav.read(path).frames()).isZero();
  }

  @Test
  void append_fillsTheShorterChannelsWithSilence(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("two.wav");
    try (WavFile file = WavFile.create(path, 8_000, 2)) {
      file.append(Samples.wrap((short) 1, (short) 2), Samples.wrap((short) 3));
      file.append(Samples.wrap((short) 4), Samples.wrap((short) 5));
    }
    Wav read = Wav.read(path);
    assertThat(read.rate()).isEqualTo(8_000);
    assertThat(read.left().toArray()).containsExactly(1, 2, 4);
    assertThat(read.right().toArray()).containsExactly(3, 0, 5);
  }

  @Test
  void abandon_leavesAValidFile(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("abandoned.wav");
    Samples tone = Tone.of(440, 0.5, 8_000, 100_000);
    WavFile file = WavFile.create(path, 8_000, 1);
    file.append(tone);
    file.abandon();
    assertThat(Wav.read(path).left()).isEqualTo(tone);
  }

  @Test
  void moreThanFourGigabytes_areRefused_andTheFileStaysGood(@TempDir Path folder)
      throws IOException {
    Path path = folder.resolve("long.wav");
    try (WavFile file = WavFile.create(path, 48_000, 2)) {
      file.append(Samples.wrap((short) 7));
      assertThatThrownBy(() -> file.put(0, 1L << 30, Samples.wrap((short) 1)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("4 GB");
      assertThatThrownBy(() -> file.put(2, 0, Samples.wrap((short) 1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Wav.read(path).left().toArray()).containsExactly(7);
  }

  /** One thing done to a file; what it is follows from {@code kind}. */
  record Step(int kind, int channel, int frame, int length) {}

  @Property(tries = 60)
  void anyOrderOfWriting_givesWhatAnArrayInMemoryWouldHold(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0) Integer> seeds) throws IOException {
    Path path = Files.createTempFile("parley", ".wav");
    short[][] model = new short[2][120_000];
    int end = 0;
    try (WavFile file = WavFile.create(path, 24_000, 2)) {
      for (int seed : seeds) {
        Step step = step(seed);
        int to = step.frame + step.length;
        switch (step.kind) {
          case 0 -> {
            file.silence(step.channel, step.frame, to);
            Arrays.fill(model[step.channel], step.frame, to, (short) 0);
          }
          case 1 -> {
            file.truncate(step.frame);
            end = Math.min(end, step.frame);
            Arrays.fill(model[0], end, model[0].length, (short) 0);
            Arrays.fill(model[1], end, model[1].length, (short) 0);
          }
          case 2 -> {
            file.sync();
            assertThat(Wav.read(path).frames()).isEqualTo(end);
          }
          default -> {
            Samples run = Tone.of(seed % 997 + 30, 0.9, 24_000, step.length);
            file.put(step.channel, step.frame, run);
            run.copyTo(model[step.channel], step.frame);
            end = Math.max(end, run.isEmpty() ? end : to);
          }
        }
      }
    }
    Wav read = Wav.read(path);
    assertThat(read.left()).isEqualTo(Samples.copyOf(model[0], 0, end));
    assertThat(read.right()).isEqualTo(Samples.copyOf(model[1], 0, end));
    Files.delete(path);
  }

  /** Silence, truncation and syncing are the rarer steps; frames spread over seven pages. */
  private static Step step(int seed) {
    return new Step(seed % 8, seed / 8 % 2, seed / 16 % 100_000, seed / 48 % 20_000);
  }
}
