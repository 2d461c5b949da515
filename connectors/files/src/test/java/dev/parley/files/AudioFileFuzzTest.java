package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.codec.Channels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are: samples or an {@link AudioFileException}, and nothing else. */
class AudioFileFuzzTest {

  private static void readAll(byte[] bytes) throws IOException {
    Path path = Files.createTempFile("fuzz", ".bin");
    try {
      Files.write(path, bytes);
      AudioFile file = AudioFile.open(path);
      long read = file.load(Channels.mixdown()).count();
      assertThat(read).isEqualTo(file.samples());
    } catch (AudioFileException expected) {
      assertThat(expected).hasMessageStartingWith(path + " ").hasMessageContaining(": ");
    } finally {
      Files.delete(path);
    }
  }

  private static byte[] mutated(byte[] good, long seed, int mutations, boolean headOnly) {
    Random random = new Random(seed);
    byte[] bytes = good.clone();
    int reach = headOnly ? Math.min(60, bytes.length) : bytes.length;
    for (int i = 0; i < mutations; i++) {
      bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  @Property(tries = 300)
  void noise(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
    readAll(bytes);
  }

  @Property(tries = 300)
  void noiseBehindTheMagic(@ForAll boolean wav, @ForAll @Size(max = 200) byte[] bytes)
      throws IOException {
    byte[] magic = (wav ? "RIFF\0\0\0\0WAVE" : "fLaC").getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(magic, magic.length + bytes.length);
    System.arraycopy(bytes, 0, all, magic.length, bytes.length);
    readAll(all);
  }

  @Property(tries = 500)
  void mutatedWav(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int mutations, @ForAll boolean head)
      throws IOException {
    readAll(mutated(TestFiles.wav(16_000, TestFiles.ramp(300)), seed, mutations, head));
  }

  @Property(tries = 500)
  void mutatedFlac(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int mutations, @ForAll boolean head)
      throws IOException {
    byte[] good = TestFiles.flac(16_000, 6_000, TestFiles.ramp(6_000), TestFiles.ramp(6_000));
    readAll(mutated(good, seed, mutations, head));
  }
}
