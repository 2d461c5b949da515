package dev.parley.app.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.Catalogue;
import dev.parley.app.tools.ExampleTools;
import dev.parley.app.tools.ToolFile;
import dev.parley.app.tools.Toolkit;
import dev.parley.engine.model.Backend;
import dev.parley.speech.FreeTtsVoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample call with a model that calls tools which are carried out, in virtual time. */
class TalkToolsTest {

  private static final int MORE_THAN_ASKED = 30;

  private final Path folder;

  TalkToolsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Backend script(String lines) throws IOException {
    String whole = lines + "say Fine.\n".repeat(MORE_THAN_ASKED); // or it would begin anew
    Path script = Files.writeString(folder.resolve("script.txt"), whole);
    return Catalogue.model("script:" + script, new FreeTtsVoice());
  }

  private static List<JsonNode> toolCalls(HeldCall call) throws IOException {
    return call.turns().stream()
        .flatMap(turn -> HeldCall.list(turn.get("tool_calls")).stream())
        .toList();
  }

  @Test
  void timer_firesInTheCall_andSpeaks() throws Exception {
    String lines =
        """
        call start_timer {"duration": "PT8S", "label": "tea"}
        call pay {"amount": 20, "currency": "euros", "to": "Bob"}
        call pay {"amount": 900, "currency": "euros", "to": "Bob"}
        """;
    HeldCall call = HeldCall.with(script(lines), ExampleTools.create(), folder.resolve("out"));

    assertThat(call.failure()).isEmpty();
    assertThat(toolCalls(call))
        .extracting(JsonNode::toString)
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("start_timer", "tea timer", "8 seconds"),
            second -> assertThat(second).contains("pay", "receipt"),
            third -> assertThat(third).contains("pay", "more than 500 euros at once"));
    assertThat(call.json().get("announcements").toString())
        .contains("The tea timer of 8 seconds is over.");

    HeldCall again = HeldCall.with(script(lines), ExampleTools.create(), folder.resolve("again"));
    assertThat(again.out().resolve("call.json"))
        .hasSameBinaryContentAs(call.out().resolve("call.json"));
  }

  @Test
  void timerThatOutlastsTheCall_isSilent() throws Exception {
    Backend model = script("call start_timer {\"duration\": \"PT2H\"}\n");
    HeldCall call = HeldCall.with(model, ExampleTools.create(), folder.resolve("out"));

    assertThat(call.failure()).isEmpty();
    assertThat(toolCalls(call)).hasSize(1);
    assertThat(call.json().get("announcements")).isEmpty();
  }

  @Test
  void usersOwnTools_areCarriedOut_andOneThatHangsDoesNotHoldTheCallUp() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "scripts need a shell");
    program("weather", "cat; echo");
    program("hang", "sleep 600");
    Path file =
        Files.writeString(
            folder.resolve("tools.json"),
            """
            {"allow": {"commands": ["./weather", "./hang"]}, "tools": [
              {"name": "weather", "run": {"command": ["./weather"]}},
              {"name": "hang", "run": {"command": ["./hang"], "timeout": "300ms"}}]}
            """);
    Toolkit tools = ToolFile.read(file);
    Backend model = script("call weather {\"at\": \"sea\"}\ncall hang {}\n");
    HeldCall call = HeldCall.with(model, tools, folder.resolve("out"));

    assertThat(call.failure()).isEmpty();
    assertThat(toolCalls(call))
        .extracting(JsonNode::toString)
        .satisfiesExactly(
            first -> assertThat(first).contains("weather", "sea"),
            second -> assertThat(second).contains("hang", "the tool did not answer in time"));
    assertThat(call.turns()).hasSizeGreaterThan(2);
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
