package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @Test
  void models_tellsOfEachPart_andHowToGetTheMissingOnes() {
    Program program = Program.run("models");

    assertThat(program.code()).isZero();
    assertThat(program.err()).isEmpty();
    for (Part part : Parts.all()) {
      assertThat(program.out()).contains(part.kind());
      int line = line(program.out(), " " + part.name() + " ");
      assertThat(program.out().get(line))
          .startsWith(part.found() ? "  found " : "  missing ")
          .endsWith(part.what());
      if (!part.found()) {
        assertThat(part.remedy()).isNotBlank();
        assertThat(program.out().get(line + 1)).endsWith("-> " + part.remedy());
      }
    }
  }

  @Test
  void models_knowsWhatTheCatalogueKnows() {
    List<String> out = Program.run("models").out();
    assertThat(out).anyMatch(l -> l.contains("found") && l.contains(Catalogue.bestDetector()));
    assertThat(out).anyMatch(l -> l.contains("script:FILE"));
  }

  @Test
  void version_saysWhichParleyAndWhichJava() {
    Program program = Program.run("version");

    assertThat(program.code()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(program.out())
        .singleElement()
        .asString()
        .startsWith("parley ")
        .endsWith(", Java " + Runtime.version());
  }

  @Test
  void plan_namesTheRooms_inTheDirectionOfTheAudio() {
    Program program = Program.run("plan", "--vad", "webrtc");

    assertThat(program.code()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(
            program.out().stream().map(line -> line.substring(0, 33).strip().replaceAll(" +", " ")))
        .containsExactly(
            "door file",
            "stage vad.webrtc",
            "stage turn.silence",
            "tap recorder",
            "tap report",
            "tap view",
            "model scripted",
            "stage resample",
            "playout playout");
    assertThat(program.out().get(6)).endsWith("24000 Hz PCM16 mono -> 16000 Hz PCM16 mono");
    assertThat(Files.exists(Path.of("parley-call"))).isFalse();
  }

  @Test
  void plan_followsItsOptions(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("phone.wav");
    try (WavFile wav = WavFile.create(file, 8_000, 2)) {
      wav.put(1, 0, Samples.silence(8_000));
    }
    List<String> out =
        Program.run("plan", file.toString(), "--model", "echo", "--vad", "energy").out();

    assertThat(out.getFirst()).contains("16000 Hz PCM16 mono");
    assertThat(out).anyMatch(line -> line.contains("vad.energy"));
    assertThat(out).anyMatch(line -> line.matches("model +echo +16000 Hz PCM16 mono"));
    assertThat(folder).isDirectoryContaining("glob:**/phone.wav");
  }

  @Test
  void plan_canBeAPicture() {
    List<String> text = Program.run("plan", "--vad", "energy").out();
    List<String> chart = Program.run("plan", "--vad", "energy", "--as", "mermaid").out();

    assertThat(chart.getFirst()).isEqualTo("flowchart LR");
    assertThat(chart.stream().filter(line -> line.contains("["))).hasSameSizeAs(text);
    assertThat(chart.stream().filter(line -> line.contains("-->"))).hasSize(text.size() - 1);
    assertThat(chart).contains("  s1[\"vad.energy<br/>24000 Hz PCM16 mono\"]", "  s0 --> s1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"talk", "plan", "eval", "models", "version"})
  void help_isThere_forEachCommand(String command) {
    Program program = Program.run(command, "--help");

    assertThat(program.code()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(program.out()).first().asString().contains("parley " + command);
  }

  @Test
  void withoutACommand_theCommandsAreShown() {
    Program program = Program.run();

    assertThat(program.code()).isZero();
    assertThat(String.join("\n", program.out()))
        .contains("talk", "plan", "eval", "models", "version");
  }

  private static int line(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no line with " + part);
  }
}
