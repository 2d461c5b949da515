package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalCommandTest {

  private final Path folder;

  EvalCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void codes_ofAnUnknownRecogniser_areRefusedInOneSentence() throws IOException {
    digit();
    EvalCommand command = parsed("--only", "codes", "--recogniser", "nobody");
    assertThatThrownBy(command::call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no recogniser \"nobody\": choose one of");
  }

  @Test
  void codes_ofAFolderWithout_needNoRecogniser() throws IOException {
    digit();
    Path json = folder.resolve("out.json");
    parsed("--only", "dictation", "--recogniser", "nobody", "--json", json.toString()).call();
    assertThat(Files.readString(json)).doesNotContain("dictation");
  }

  @Test
  void jobs_thatAreNone_areRefused() {
    EvalCommand command = parsed("--only", "codes", "--jobs", "0");
    assertThatThrownBy(command::call).hasMessage("jobs must be 1 to 64, got 0");
  }

  @Test
  void efforts_thatAreNone_areRefused() {
    assertThatThrownBy(() -> parsed("--efforts", "low,huge"))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessageContaining("--efforts");
  }

  private EvalCommand parsed(String... options) {
    EvalCommand command = new EvalCommand();
    String[] all = java.util.Arrays.copyOf(options, options.length + 1);
    all[options.length] = folder.toString();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(all);
    return command;
  }

  private void digit() throws IOException {
    byte[] silence = new byte[32_000];
    AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length / 2)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, folder.resolve("six.wav").toFile());
    }
    Files.writeString(
        folder.resolve("manifest.jsonl"),
        "{\"id\": \"six\", \"file\": \"six.wav\", \"kind\": \"digit\", \"transcript\": \"six\"}\n");
  }
}
