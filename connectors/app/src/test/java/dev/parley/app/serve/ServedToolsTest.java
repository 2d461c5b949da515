package dev.parley.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.config.Flag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools by configuration, in a server that runs. */
class ServedToolsTest {

  private final Path folder;

  ServedToolsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private String script(String text) throws Exception {
    Path script = Files.writeString(folder.resolve("script.txt"), text + "say Fine.\n".repeat(9));
    return "models.default = \"script:" + script + "\"\n";
  }

  private static void stop(Serving serving) throws Exception {
    serving.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void timer_firesInTheSession_andSpeaks() throws Exception {
    String conf = script("call start_timer {\"duration\": 1, \"label\": \"tea\"}\n");
    Serving serving = Servers.start(folder, conf + "serve.tools = examples\n");
    try (Client client = Client.connect(serving)) {
      assertThat(client.await("session.created").at("/session/instructions").asText())
          .contains("say when start_timer:");
      client.ask("hello");
      StringBuilder said = new StringBuilder();
      while (!said.toString().contains("The tea timer of 1 second is over.")) {
        JsonNode done = client.await("response.done");
        said.append(done.at("/response/output/0/content/0")).append('\n');
      }
    } finally {
      stop(serving);
    }
  }

  @Test
  void fileOfTools_isFoundFromTheConfigurationsFolder() throws Exception {
    Files.writeString(folder.resolve("tools.json"), "{\"tools\":[],\"instructions\":\"Own.\"}");
    Serving serving = Servers.start(folder, "serve.tools = tools.json\n");
    try (Client client = Client.connect(serving)) {
      assertThat(client.await("session.created").at("/session/instructions").asText())
          .isEqualTo("Own.");
    } finally {
      stop(serving);
    }
  }

  @Test
  void modelsThatAreNoCascade_haveNone_unlessTheyAreAskedFor() throws Exception {
    Serving serving = Servers.start(folder, "");
    try (Client client = Client.connect(serving)) {
      assertThat(client.await("session.created").at("/session/instructions").asText()).isEmpty();
    } finally {
      stop(serving);
    }
  }

  @Test
  void fileThatCannotBeUsed_isAProblem_withTheLineOrTheFlag() throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{\"tools\":{}}");

    assertThat(ServedTools.of(Servers.config(folder, "serve.tools = bad.json\n")).problem())
        .get()
        .asString()
        .endsWith("test.conf:3: bad.json has no tools: write {\"tools\": [...], \"allow\": {...}}");
    Flag flag = new Flag("--tools", "serve.tools", "none.json");
    assertThat(ServedTools.of(Servers.config(folder, "", flag)).problem())
        .get()
        .asString()
        .startsWith("--tools: ")
        .endsWith("none.json does not exist: name a file of tools, examples or none");
  }
}
