package dev.parley.scripted;

import static dev.parley.scripted.ModelRun.main;
import static dev.parley.scripted.ModelRun.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.ReplySignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFileModelTest {

  private static final List<String> SCRIPT =
      List.of(
          "# greeting",
          "",
          "after 300ms say Hello there.",
          "call order_status {\"code\": \"A1\"}",
          "after 1.5s say It is on its way. Good bye!");

  @Test
  void replies_followTheLinesAndStartOver() {
    ModelRun run =
        new ModelRun(ScriptFileModel.of("demo", SCRIPT, new ToneVoice()), AudioFormat.pcm16(24_000))
            .send(0, reply(main(1)))
            .send(2_000, reply(main(2)))
            .send(4_000, reply(main(3)))
            .send(8_000, reply(main(4)))
            .run();

    assertThat(run.words(main(1), 0)).isEqualTo("Hello there.");
    assertThat(run.frames())
        .contains(
            new ReplySignal.ToolCall(main(2), 0, "call_1", "order_status", "{\"code\": \"A1\"}"));
    assertThat(run.words(main(3), 0)).isEqualTo("It is on its way. Good bye!");
    assertThat(run.words(main(4), 0)).isEqualTo("Hello there.");
    Duration third =
        run.events().stream()
            .filter(e -> e.frame() instanceof ReplySignal.PartStarted p && p.epoch().n() == 3)
            .findFirst()
            .orElseThrow()
            .at();
    assertThat(third).isEqualTo(Duration.ofMillis(5_500));
  }

  @Test
  void lines_areWritten_whereTheBriefWantsText() {
    ModelRun run =
        new ModelRun(ScriptFileModel.of("demo", SCRIPT, new ToneVoice()), AudioFormat.pcm16(24_000))
            .briefed(Brief.defaults().withOutput(Output.TEXT))
            .send(0, reply(main(1)))
            .run();

    assertThat(run.words(main(1), 0)).isEqualTo("Hello there.");
    assertThat(run.audio(main(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sing La la        | demo, line 1: "sing" is unknown: write say TEXT or call TOOL {ARGUMENTS}, after a delay if need be
          say               | demo, line 1: "say" needs the text to say
          after 3 say Hello | demo, line 1: "after" takes a duration such as 300ms or 1.5s, got "3"
          call              | demo, line 1: "call" takes a tool's name (letters, digits, _ and -) and then a JSON object in braces, or nothing
          call a.b {}       | demo, line 1: "call" takes a tool's name (letters, digits, _ and -) and then a JSON object in braces, or nothing
          call lookup 7     | demo, line 1: "call" takes a tool's name (letters, digits, _ and -) and then a JSON object in braces, or nothing
          # only a comment  | demo says nothing: write at least one line such as "say Hello."
          after             | demo, line 1: "after" is unknown: write say TEXT or call TOOL {ARGUMENTS}, after a delay if need be
          """)
  void malformed_isRefusedWithItsLine(String line, String message) {
    assertThatThrownBy(() -> ScriptFileModel.of("demo", List.of(line), new ToneVoice()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void read_badFiles_sayWhatToDo(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> ScriptFileModel.read(folder.resolve("none"), new ToneVoice()))
        .hasMessageStartingWith("there is no script ");
    assertThatThrownBy(() -> ScriptFileModel.read(folder, new ToneVoice()))
        .hasMessageEndingWith("cannot be read: give a text file that you may read");
    assertThatThrownBy(() -> ScriptFileModel.read(binary, new ToneVoice()))
        .hasMessageEndingWith("is not UTF-8 text: save it as such");
    Path good = Files.write(folder.resolve("good"), SCRIPT);
    assertThat(ScriptFileModel.read(good, new ToneVoice()).name()).isEqualTo("script");
  }
}
