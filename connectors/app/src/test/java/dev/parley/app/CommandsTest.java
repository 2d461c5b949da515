package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.tap.WavFile;
import dev.parley.engine.frame.Samples;
import dev.parley.server.auth.SecretHash;
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
  @ValueSource(
      strings = {
        "talk",
        "serve",
        "replay",
        "recordings",
        "config",
        "config check",
        "config show",
        "config example",
        "key",
        "key new",
        "plan",
        "eval",
        "models",
        "version"
      })
  void help_isThere_forEachCommand(String command) {
    Program program = Program.run((command + " --help").split(" "));

    assertThat(program.code()).isZero();
    assertThat(program.err()).isEmpty();
    assertThat(program.out()).first().asString().contains("parley " + command);
  }

  @Test
  void withoutACommand_theCommandsAreShown() {
    Program program = Program.run();

    assertThat(program.code()).isZero();
    assertThat(String.join("\n", program.out()))
        .contains("talk", "serve", "config", "key", "plan", "eval", "models", "version");
  }

  @Test
  void keyNew_makesAKey_thatItsLineLetsIn(@TempDir Path folder) throws IOException {
    List<String> out = Program.run("key", "new", "--account", "web-shop").out();
    String key = out.get(1).strip();
    String line = out.get(3).strip();
    Path file = Files.writeString(folder.resolve("parley.conf"), line);

    assertThat(key).startsWith("sk-parley-");
    assertThat(line).isEqualTo("keys.web-shop.key = \"" + SecretHash.of(key).encoded() + "\"");
    assertThat(Program.run("config", "check", file.toString()))
        .isEqualTo(new Program(0, List.of(file + ": fine"), List.of()));
    assertThat(Program.run("key", "new").out().get(1)).isNotEqualTo(out.get(1));
  }

  @Test
  void configShow_printsAFile_thatChangesNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("parley.conf");
    Files.writeString(file, "serve.port = 9000\nmodels.a = echo\n");

    List<String> out = Program.run("config", "show", file.toString()).out();

    assertThat(out).anyMatch(each -> each.matches("serve.port = 9000 +# .*parley.conf:1"));
    Files.write(file, out);
    assertThat(
            Program.run("config", "show", file.toString()).out().stream().map(CommandsTest::value))
        .containsExactlyElementsOf(out.stream().map(CommandsTest::value).toList());
  }

  @Test
  void configCheck_tellsEachMistake(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("parley.conf");
    Files.writeString(file, "serve.prot = 9000\nlog.level = loud\n");

    Program program = Program.run("config", "check", file.toString());

    assertThat(program.code()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("parley: " + file + ":1: "),
            second -> assertThat(second).startsWith("parley: " + file + ":2: "));
    assertThat(Program.run("serve", "--config", file.toString())).isEqualTo(program);
    Files.writeString(file, "\nmodels.a = nobody\n");
    assertThat(Program.run("config", "check", file.toString()).err())
        .singleElement()
        .asString()
        .startsWith("parley: " + file + ":2: unknown model");
  }

  @Test
  void configCheckAndShow_takeTheirFileAsServeDoes_butNotTwo(@TempDir Path folder)
      throws IOException {
    String file = Files.writeString(folder.resolve("own.conf"), "serve.port = 9000\n").toString();

    for (String command : List.of("check", "show")) {
      Program plain = Program.run("config", command, file);
      assertThat(plain.code()).isZero();
      assertThat(Program.run("config", command, "--config", file)).isEqualTo(plain);
      assertThat(Program.run("config", command, file, "--config", file).code()).isEqualTo(2);
    }
  }

  private static String value(String line) {
    return line.replaceFirst(" +# .*", "");
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
