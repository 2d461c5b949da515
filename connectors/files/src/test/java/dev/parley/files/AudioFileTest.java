package dev.parley.files;

import static dev.parley.files.TestFiles.chunk;
import static dev.parley.files.TestFiles.flac;
import static dev.parley.files.TestFiles.fmt;
import static dev.parley.files.TestFiles.ramp;
import static dev.parley.files.TestFiles.riff;
import static dev.parley.files.TestFiles.wav;
import static dev.parley.files.TestFiles.write;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.codec.Pcm;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.AudioFormat.Encoding;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AudioFileTest {

  private static final Channels MIX = Channels.mixdown();
  private static final Channels FIRST = Channels.only(0);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, PCM8, 8000",
    "1, PCM16, 44100",
    "1, PCM24, 48000",
    "3, FLOAT32, 16000",
    "6, ALAW, 8000",
    "7, MULAW, 8000"
  })
  void wav_everyEncoding_isReadAsWritten(int code, Encoding encoding, int rate) throws IOException {
    byte[] audio = Pcm.encode(encoding, ramp(777));
    AudioFormat format = new AudioFormat(rate, 1, encoding);
    AudioFile file = AudioFile.open(write(folder, "a.wav", wav(code, format, audio)));

    assertThat(file.format()).isEqualTo(format);
    assertThat(file.samples()).isEqualTo(777);
    assertThat(file.load(FIRST)).isEqualTo(Pcm.decode(encoding, audio));
  }

  @Test
  void wav_extensibleWithJunkAndOddChunks_isRead() throws IOException {
    ByteBuffer fmt = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    fmt.put(fmt(0xFFFE, AudioFormat.pcm16(16_000)));
    fmt.putShort((short) 22).putShort((short) 16).putInt(4).putShort((short) 1);
    byte[] audio = Pcm.encode(Encoding.PCM16, ramp(100));
    byte[] bytes =
        riff(
            chunk("JUNK", new byte[7]),
            chunk("fmt ", fmt.array()),
            chunk("LIST", new byte[13]),
            chunk("data", audio),
            chunk("id3 ", new byte[5]));

    assertThat(AudioFile.open(write(folder, "a.wav", bytes)).load(FIRST)).isEqualTo(ramp(100));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 4294967295", "4294967295, 4294967295", "2147483640, 2147479552"})
  void wav_lengthNotKnownWhenWritten_readsToTheEnd(long riff, long data) throws IOException {
    byte[] audio = Pcm.encode(Encoding.PCM16, ramp(1_000));
    byte[] bytes =
        riff(riff, chunk("fmt ", fmt(1, AudioFormat.pcm16(8_000))), chunk("data", data, audio));

    assertThat(AudioFile.open(write(folder, "a.wav", bytes)).load(FIRST)).isEqualTo(ramp(1_000));
  }

  @Test
  void stereo_channelsAndMix() throws IOException {
    AudioFormat stereo = new AudioFormat(16_000, 2, Encoding.PCM16);
    short[] both = {100, 300, -100, -300, 7, 7};
    byte[] bytes = wav(1, stereo, Pcm.encode(Encoding.PCM16, Samples.wrap(both)));
    AudioFile file = AudioFile.open(write(folder, "a.wav", bytes));

    assertThat(file.load(FIRST)).isEqualTo(Samples.wrap((short) 100, (short) -100, (short) 7));
    assertThat(file.load(Channels.only(1)))
        .isEqualTo(Samples.wrap((short) 300, (short) -300, (short) 7));
    assertThat(file.load(MIX)).isEqualTo(Samples.wrap((short) 200, (short) -200, (short) 7));
    assertThatThrownBy(() -> file.load(Channels.only(2)))
        .isInstanceOf(AudioFileException.class)
        .hasMessageEndingWith("has no channel 2: choose a channel from 0 to 1, or mix them");
  }

  @Test
  void raw_isReadInTheGivenFormat() throws IOException {
    Path path = write(folder, "a.raw", Pcm.encode(Encoding.MULAW, ramp(500)));
    AudioFile file = AudioFile.open(path, new AudioFormat(8_000, 1, Encoding.MULAW));

    assertThat(file.seconds()).isEqualTo(500 / 8_000.0);
    assertThat(file.load(FIRST))
        .isEqualTo(Pcm.decode(Encoding.MULAW, Pcm.encode(Encoding.MULAW, ramp(500))));
  }

  @Test
  void flac_isRead_alsoWhereItDoesNotTellItsLength() throws IOException {
    Samples left = ramp(10_000);
    Samples right = Samples.silence(10_000);
    for (long claimed : new long[] {10_000, 0}) {
      byte[] bytes = flac(22_050, claimed, left, right);
      AudioFile file = AudioFile.open(write(folder, "a.flac", bytes));

      assertThat(file.format()).isEqualTo(new AudioFormat(22_050, 2, Encoding.PCM16));
      assertThat(file.samples()).isEqualTo(10_000);
      assertThat(file.load(FIRST)).isEqualTo(left);
      assertThat(file.load(Channels.only(1))).isEqualTo(right);
    }
  }

  @Test
  void flac_cutOffOrDamaged_isAnErrorAtTheEndOfWhatCanBeRead() throws IOException {
    byte[] whole = flac(16_000, 20_000, ramp(20_000));
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 12_000, 22_000, (byte) 0);
    for (byte[] bytes : new byte[][] {Arrays.copyOf(whole, 25_000), damaged}) {
      AudioFile file = AudioFile.open(write(folder, "a.flac", bytes));
      assertThatThrownBy(() -> file.load(FIRST))
          .isInstanceOf(AudioFileException.class)
          .hasMessageContaining("a.flac is damaged or cut off, only ")
          .hasMessageEndingWith(" of its 20000 samples could be read: copy it again");
    }
  }

  static Stream<Arguments> malformed() {
    AudioFormat mono = AudioFormat.pcm16(16_000);
    byte[] fmt = chunk("fmt ", fmt(1, mono));
    byte[] data = chunk("data", new byte[100]);
    byte[] good = riff(fmt, data);
    return Stream.of(
        Arguments.of(new byte[0], "is empty: record it again"),
        Arguments.of(
            new byte[] {'I', 'D', '3', 4, 0},
            "is neither WAV nor FLAC: convert it, or give the format of raw audio"),
        Arguments.of(new byte[] {'R'}, "is neither WAV nor FLAC: "),
        Arguments.of(Arrays.copyOf(good, 6), "ends before its audio begins: copy it again"),
        Arguments.of(Arrays.copyOf(good, 30), "ends before its audio begins: copy it again"),
        Arguments.of(
            Arrays.copyOf(good, good.length - 40),
            "is cut off: 40 of its 100 bytes of audio are missing: copy it again"),
        Arguments.of(riff(fmt), "holds no audio: record it again"),
        Arguments.of(riff(fmt, chunk("data", new byte[0])), "holds no audio: record it again"),
        Arguments.of(riff(fmt, chunk("data", new byte[1])), "holds no audio: record it again"),
        Arguments.of(riff(data, fmt), "does not say how its audio is written: "),
        Arguments.of(riff(chunk("fmt ", new byte[4]), data), "has a damaged header: "),
        Arguments.of(riff(chunk("fmt ", fmt(1, 1, 16_000, 3, 16)), data), "has a damaged header: "),
        Arguments.of(riff(chunk("fmt ", fmt(1, 0, 16_000, 0, 16)), data), "has a damaged header: "),
        Arguments.of(
            riff(chunk("fmt ", fmt(1, 1, 96_000, 2, 16)), data),
            "has 96000 samples a second: convert it to a rate from 8000 to 48000 Hz"),
        Arguments.of(
            riff(chunk("fmt ", fmt(85, 1, 16_000, 1, 0)), data),
            "is written in WAV encoding 85 with 0 bits a sample: convert it to 16-bit PCM"),
        Arguments.of(
            "RIFF____AVI LIST".getBytes(US_ASCII), "is no WAV file, though it begins like one"),
        Arguments.of("fLaC".getBytes(US_ASCII), "ends before its audio begins: copy it again"),
        Arguments.of(Arrays.copyOf("fLaC".getBytes(US_ASCII), 200), "has a damaged header: "),
        Arguments.of(flac(96_000, 5, ramp(5)), "has 96000 samples a second: "),
        Arguments.of(flac(8_000, 8_000L * 14_401, ramp(5)), "is longer than 4 hours: "));
  }

  @ParameterizedTest
  @MethodSource
  void malformed(byte[] bytes, String complaint) throws IOException {
    Path path = write(folder, "a.wav", bytes);
    assertThatThrownBy(() -> AudioFile.open(path))
        .isInstanceOf(AudioFileException.class)
        .hasMessageStartingWith(path + " " + complaint);
  }

  @Test
  void noFile_isSaidSo() {
    assertThatThrownBy(() -> AudioFile.open(folder.resolve("none.wav")))
        .isInstanceOf(AudioFileException.class)
        .hasMessageEndingWith("none.wav does not exist: check the path");
    assertThatThrownBy(() -> AudioFile.open(folder))
        .isInstanceOf(AudioFileException.class)
        .hasMessageEndingWith(" is a folder: give one file in it");
  }

  @Test
  void fileThatMayNotBeRead_isSaidSo() throws IOException {
    Path secret = write(folder, "secret.wav", wav(8_000, ramp(10)));
    assertThat(secret.toFile().setReadable(false)).isTrue();
    Assumptions.assumeFalse(Files.isReadable(secret), "root reads everything");
    assertThatThrownBy(() -> AudioFile.open(secret))
        .isInstanceOf(AudioFileException.class)
        .hasMessageEndingWith("may not be read: ask for the right to read it");
  }

  @Test
  void fileBecomesShorter_whileItIsRead_isAnError() throws IOException {
    Path path = write(folder, "a.wav", wav(8_000, ramp(100_000)));
    AudioFile file = AudioFile.open(path);
    Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 50_000));
    assertThatThrownBy(() -> file.load(FIRST))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("is damaged or cut off, the file became shorter");
  }

  @Test
  void load_moreThanHalfAnHour_isRefused() throws IOException {
    Path path = write(folder, "a.wav", new byte[0]);
    byte[] head = wav(8_000, Samples.silence(8_000 * 1_801));
    Files.write(path, head);
    AudioFile file = AudioFile.open(path);
    assertThat(file.seconds()).isEqualTo(1_801);
    assertThatThrownBy(() -> file.load(FIRST)).hasMessageContaining("is longer than 30 minutes");
  }
}
