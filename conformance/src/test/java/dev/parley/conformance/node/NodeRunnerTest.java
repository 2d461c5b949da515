package dev.parley.conformance.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conformance.client.Line;
import dev.parley.conformance.frames.Dialogue;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.ReplayServer;
import dev.parley.conformance.server.Setup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tries the runner with a server that only replays. */
class NodeRunnerTest {

  private static final Setup NONE = Setup.reciting(Recital.say("Nobody hears this by Node."));

  @RegisterExtension
  final Line line = Line.to(NONE, setup -> new ReplayServer(Dialogue.read("agents-text-turn")));

  @BeforeAll
  static void install() throws Exception {
    NodeRunner.prepare();
  }

  @Test
  void scenario_thatGoesWell_isRight() throws Exception {
    NodeRunner.run("agents-text-turn", line);
    assertThat(line.recordings()).hasSize(1);
  }

  @Test
  void scenario_thatFails_isFound_withWhatNodeSays() {
    assertThatThrownBy(() -> NodeRunner.run("agents-nothing", line))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no scenario agents-nothing");
  }
}
