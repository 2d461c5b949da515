package dev.parley.conformance.order;

import static dev.parley.conformance.order.Spoilt.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.frames.Dialogue;
import dev.parley.conformance.frames.WireFrame.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a dialogue that keeps it, and one that breaks it and nothing else. */
class OrderCheckerTest {

  @SuppressWarnings("UnusedVariable") // by name, as a field source
  private static final List<String> NAMES = Dialogue.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void dialogue_asItShouldBe_isRight(String name) {
    assertThat(violations(Dialogue.read(name))).isEmpty();
  }

  @Test
  void item_thatIsTruncatedWhileItStreams_mayLoseItsWords() {
    Dialogue cut =
        Dialogue.read("barge-in")
            .moved("conversation.item.truncate", 1, "response.output_audio.delta", 2)
            .moved("conversation.item.truncated", 1, "conversation.item.truncate", 1)
            .with("conversation.item.done", 2, at("/item/content/0", c -> c.put("transcript", "")));
    assertThat(violations(cut)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.parley.conformance.order.Spoilt#all")
  void dialogue_thatIsSpoilt_isFound(Spoilt spoilt) {
    assertThat(violations(spoilt.dialogue()))
        .anySatisfy(sentence -> assertThat(sentence).contains(spoilt.complaint()));
  }

  private static List<String> violations(Dialogue dialogue) {
    OrderChecker checker = new OrderChecker();
    dialogue
        .frames()
        .forEach(
            frame -> {
              if (frame.isFrom(Side.CLIENT)) {
                checker.client(frame.json());
              } else {
                checker.server(frame.json());
              }
            });
    return checker.violations();
  }
}
