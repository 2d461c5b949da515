package dev.parley.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveformTest {

  private final Path folder;

  WaveformTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void bins_haveTheExtremesOfTenMilliseconds() throws IOException {
    short[] caller = new short[200];
    caller[3] = 8192;
    caller[79] = -16_384;
    caller[80] = 4096;
    Waveform waveform = Waveform.read(wav(8000, caller, new short[200]));

    assertThat(waveform.binSeconds()).isEqualTo(0.01);
    assertThat(waveform.seconds()).isEqualTo(0.025);
    assertThat(waveform.caller().peak()).isEqualTo(0.5);
    assertThat(bins(waveform.caller())).containsExactly(-127, 64, 0, 32, 0, 0);
  }

  @Test
  void channels_areNotMixedUp() throws IOException {
    Waveform waveform = Waveform.read(wav(8000, new short[80], filled(80, Short.MIN_VALUE)));

    assertThat(waveform.caller()).returns(0.0, Waveform.Peaks::peak);
    assertThat(bins(waveform.caller())).containsOnly(0);
    assertThat(waveform.agent()).returns(1.0, Waveform.Peaks::peak);
    assertThat(bins(waveform.agent())).containsExactly(-127, 0);
  }

  @Test
  void longCall_hasLongerBinsInsteadOfMore() throws IOException {
    Waveform waveform =
        Waveform.read(wav(100, filled(1_000_000, (short) 5), filled(1_000_000, (short) -5)));

    assertThat(waveform.binSeconds()).isEqualTo(0.17);
    assertThat(bins(waveform.caller())).hasSize(2 * 58_824).contains(127).doesNotContain(-127);
  }

  @Test
  void emptyFile_hasNoBins() throws IOException {
    Waveform waveform = Waveform.read(wav(8000));

    assertThat(waveform.seconds()).isZero();
    assertThat(bins(waveform.agent())).isEmpty();
  }

  @Test
  void fileThatWasNeverFinished_countsUpToItsEnd() throws IOException {
    Path wav = wav(8000, filled(160, (short) 1), filled(160, (short) 1));
    byte[] bytes = Files.readAllBytes(wav);
    Arrays.fill(bytes, 40, 44, (byte) 0);
    Files.write(wav, bytes);

    assertThat(Waveform.read(wav).seconds()).isEqualTo(0.02);
  }

  @Test
  void otherFiles_areRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("a.wav"), "good morning", StandardCharsets.UTF_8);
    Path mono = folder.resolve("mono.wav");
    WavFile.create(mono, 8000, /* channels= */ 1).close();

    assertThatThrownBy(() -> Waveform.read(text)).hasMessageContaining("not a WAV file");
    assertThatThrownBy(() -> Waveform.read(mono)).hasMessageContaining("two channels");
  }

  private Path wav(int rate, short[]... channels) throws IOException {
    Path path = folder.resolve("call.wav");
    try (WavFile wav = WavFile.create(path, rate, /* channels= */ 2)) {
      for (int i = 0; i < channels.length; i++) {
        wav.put(i, 0, Samples.wrap(channels[i]));
      }
    }
    return path;
  }

  private static byte[] bins(Waveform.Peaks peaks) {
    return Base64.getDecoder().decode(peaks.bins());
  }

  private static short[] filled(int count, short value) {
    short[] pcm = new short[count];
    Arrays.fill(pcm, value);
    return pcm;
  }
}
