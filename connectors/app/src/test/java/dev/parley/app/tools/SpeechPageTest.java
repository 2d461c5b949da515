package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import dev.parley.speech.agent.Act;
import dev.parley.speech.agent.Agent;
import dev.parley.speech.agent.AgentBrief;
import dev.parley.speech.agent.AgentSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The file of tools that {@code docs/speech.md} shows does what the page says of it. */
class SpeechPageTest {

  private static final Path FILE = Path.of("../../docs/src/test/resources/tools/shop.json");

  private final VirtualWorld<Void> world = Boxes.world();
  private final Toolkit toolkit = ToolFile.read(FILE);
  private final ToolBox box = toolkit.open(CallLine.in(world.system()));
  private final Agent agent = new Agent(AgentSettings.defaults(), brief());

  private AgentBrief brief() {
    List<ToolSpec> specs = box.specs();
    return new AgentBrief(
        toolkit.instructions(),
        SpokenTools.compile(
            specs.stream()
                .map(spec -> new ToolShape(spec.name(), spec.description(), spec.parameters()))
                .toList()),
        specs.stream().map(ToolSpec::name).toList(),
        new ToolChoice.Auto());
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void call_isAnnounced_carriedOut_andItsResultToldInTheWordsOfTheInstructions() {
    agent.typed("is b dash one two in stock");

    assertThat(agent.answer())
        .containsExactly(new Act.Say("One moment."), new Act.Call("stock", "{\"item\":\"B-12\"}"));

    JsonNode result =
        world.run(system -> Boxes.call(box, "stock", "{\"item\":\"B-12\"}"), Duration.ofSeconds(1));
    agent.called("stock", "call-1");
    agent.result("call-1", result.toString());

    assertThat(agent.answer())
        .containsExactly(new Act.Say("There are 12 of B, dash, one, two left."));
  }

  @Test
  void toolWithConfirm_isCalledAfterAYes() {
    agent.typed("repair my camera in three hours");

    assertThat(agent.answer())
        .singleElement()
        .isInstanceOfSatisfying(
            Act.Say.class, said -> assertThat(said.text()).endsWith("Shall I do that?"));

    agent.typed("yes");

    assertThat(agent.answer())
        .containsExactly(new Act.Call("book_repair", "{\"device\":\"camera\",\"hours\":3}"));
  }

  @Test
  void style_isNamedInTheInstructions() {
    assertThat(agent.style()).contains("calm");
  }
}
