package dev.parley.conformance.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.frames.Dialogue;
import dev.parley.conformance.frames.WireFrame.Side;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule a dialogue that keeps it, and one that breaks it and nothing else. */
class OrderCheckerTest {

  private static final List<String> NAMES = Dialogue.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void dialogue_asItShouldBe_isRight(String name) {
    assertThat(violations(Dialogue.read(name))).isEmpty();
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
