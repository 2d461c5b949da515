package dev.parley.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.ToolSchema;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.SpokenTools;
import dev.parley.schema.spoken.ToolShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers say to the example tools is understood. */
class SpokenExamplesTest {

  private final List<ToolSpec> specs = specs();
  private final SpokenTools tools =
      SpokenTools.compile(
          specs.stream()
              .map(spec -> new ToolShape(spec.name(), spec.description(), spec.parameters()))
              .toList());

  private static List<ToolSpec> specs() {
    try (VirtualWorld<Void> world = Boxes.world()) {
      return ExampleTools.create().open(CallLine.in(world.system())).specs();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set a timer for five minutes            | start_timer  | {"duration":"PT5M"}
          set a tea timer for three minutes       | start_timer  | {"duration":"PT3M","label":"tea"}
          remind me in an hour and a half         | start_timer  | {"duration":"PT1H30M"}
          stop the timer                          | cancel_timer | {}
          stop the tea timer                      | cancel_timer | {"label":"tea"}
          how far is it from the market to the harbor | route | {"from":"market","to":"harbor"}
          how do i get from the airport to the museum | route | {"from":"airport","to":"museum"}
          where is my order r dash six two zero a dash nine c two | order_status | {"code":"R-620A-9C2"}
          pay fifty euros to bob      | pay | {"amount":50,"currency":"euros","to":"Bob"}
          pay twenty dollars to alice | pay | {"amount":20,"currency":"dollars","to":"Alice"}
          """)
  void request_isUnderstood(String words, String tool, String arguments) {
    Reading reading = tools.read(List.of(Heard.typed(words)), new Focus.Anything());

    assertThat(reading).isInstanceOf(Reading.Request.class);
    var draft = ((Reading.Request) reading).draft();
    assertThat(draft.tool()).isEqualTo(tool);
    assertThat(tools.arguments(draft)).isEqualTo(arguments);
    assertThat(tools.problems(draft)).isEmpty();
  }

  @Test
  void paying_isConfirmed_andNothingElseIs() {
    assertThat(specs)
        .filteredOn(spec -> tools.wantsConfirmation(spec.name()))
        .extracting(ToolSpec::name)
        .containsExactly("pay");
  }

  @Test
  void parameters_areSchemas_withAnExample() {
    assertThat(specs)
        .allSatisfy(
            spec -> assertThat(ToolSchema.parse(spec.parameters()).example()).startsWith("{"));
  }
}
