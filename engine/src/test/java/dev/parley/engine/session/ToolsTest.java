package dev.parley.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose tool is called where client and session both have one. */
class ToolsTest {

  private static final Epoch FIRST = new Epoch(Epoch.Lane.MAIN, 1);
  private static final Epoch SECOND = new Epoch(Epoch.Lane.MAIN, 2);

  private final ToolBox box =
      ToolBox.empty()
          .with(ours("pay"), arguments -> CompletableFuture.completedStage("paid"))
          .with(
              ours("route"),
              arguments -> CompletableFuture.failedStage(new IllegalStateException("secret")));

  private static ToolSpec ours(String name) {
    return new ToolSpec(name, "ours", "{}");
  }

  private static Brief brief(String... clients) {
    return Brief.defaults()
        .withTools(Stream.of(clients).map(name -> new ToolSpec(name, "client's", "{}")).toList());
  }

  @Test
  void toolsOfBoth_areTold_andTheClientsGoesBeforeOurs() {
    List<ToolSpec> told = Tools.added(box, brief("pay", "book")).tools();

    assertThat(told).extracting(ToolSpec::name).containsExactly("route", "pay", "book");
    assertThat(told)
        .extracting(ToolSpec::description)
        .containsExactly("ours", "client's", "client's");
  }

  @Test
  void boxThatGivesWay_isOfferedOnlyToWhoBringsNone() {
    ToolBox examples = box.givingWay();
    assertThat(Tools.added(examples, brief()).tools()).hasSize(2);
    assertThat(Tools.added(examples, brief("book")).tools())
        .extracting(ToolSpec::name)
        .containsExactly("book");
    assertThat(Tools.added(box, brief("book")).tools()).hasSize(3);
  }

  @Test
  void toolIsOurs_untilTheClientBringsOne_andAgainWhenItTakesItAway() {
    Tools tools = new Tools(box, brief());
    assertThat(tools.has(FIRST, "pay")).isTrue();
    assertThat(tools.has(FIRST, "book")).isFalse();

    tools.briefed(brief("pay"));
    assertThat(tools.has(FIRST, "pay")).isFalse();
    assertThat(tools.has(FIRST, "route")).isTrue();

    tools.briefed(brief());
    assertThat(tools.has(FIRST, "pay")).isTrue();
  }

  @Test
  void toolOfOneReply_isTheClientsInThatReplyOnly() {
    Tools tools = new Tools(box, brief());
    assertThat(tools.briefed(FIRST, brief("pay")).tools()).hasSize(2);

    assertThat(tools.has(FIRST, "pay")).isFalse();
    assertThat(tools.has(SECOND, "pay")).isTrue();

    tools.over(FIRST);
    assertThat(tools.has(FIRST, "pay")).isTrue();
  }

  @Test
  void sessionsFirstBrief_countsToo() {
    assertThat(new Tools(box, brief("pay")).has(FIRST, "pay")).isFalse();
  }

  @Test
  void failure_isAnAnswer_thatKeepsToItself() {
    Tools tools = new Tools(box, brief());
    assertThat(tools.run("pay", "{}").toCompletableFuture().join()).isEqualTo("paid");
    assertThat(tools.run("route", "{}").toCompletableFuture().join())
        .isEqualTo("{\"error\":\"the tool failed: IllegalStateException\"}");
    assertThat(tools.run("book", "{}").toCompletableFuture().join())
        .isEqualTo("{\"error\":\"there is no such tool\"}");
  }
}
