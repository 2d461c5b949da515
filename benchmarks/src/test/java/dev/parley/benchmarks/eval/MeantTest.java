package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.AgentSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeantTest {

  private static final Understanding TOOLS = Census.tools();

  @ParameterizedTest
  @CsvSource({
    "p i t t s b u r g h, PITTSBURGH",
    "two six eight four four one eight, 2684418",
    "one oh zero, 100",
    "u m n y h six, UMNYH6",
    "five, 5",
    "yes, YES",
    "START, START",
  })
  void by_aText_isWhatIsSpelled(String text, String value) {
    assertThat(Meant.by(text, TOOLS)).contains(new Meant(List.of(value)));
  }

  @Test
  void by_aTextWithAnAction_isBoth() {
    assertThat(Meant.by("erase c q q f seven", TOOLS))
        .contains(new Meant(List.of("ERASE", "CQQF7")));
  }

  @Test
  void by_anythingElse_isEmpty() {
    assertThat(Meant.by("", TOOLS)).isEmpty();
    assertThat(Meant.by("the child almost hurt the small dog", TOOLS)).isEmpty();
  }

  @Test
  void by_aReading_doesNotAskWhichToolTookIt() {
    for (String tool : List.of("enter_number", "enter_code")) {
      String name = tool.equals("enter_code") ? "code" : "digits";
      Draft draft = draft(tool, name, "\"268\"", 1);
      assertThat(Meant.by(new Reading.Request(draft, 1), TOOLS))
          .isEqualTo(Meant.by("two six eight", TOOLS));
    }
    assertThat(Meant.by(new Reading.Request(draft("pay", "amount", "12.50", 1), 1), TOOLS))
        .contains(new Meant(List.of("12.5")));
    assertThat(Meant.by(new Reading.Nothing(), TOOLS)).isEmpty();
  }

  @Test
  void toAct_followsTheAgentsThresholds() {
    AgentSettings agent = AgentSettings.defaults();
    assertThat(ready(draft("spell", "name", "\"AMY\"", 0.9), 0.9, agent)).isTrue();
    assertThat(ready(draft("spell", "name", "\"AMY\"", 0.8), 0.9, agent)).isFalse();
    assertThat(ready(draft("spell", "name", "\"AMY\"", 0.9), 0.5, agent)).isFalse();
    assertThat(ready(new Draft("spell", Map.of()), 1, agent)).isFalse();
    assertThat(Ready.toAct(new Reading.Yes(0.9), TOOLS, agent)).isTrue();
    assertThat(Ready.toAct(new Reading.No(0.7), TOOLS, agent)).isFalse();
    assertThat(Ready.toAct(new Reading.No(0.5), TOOLS, agent)).isFalse();
    assertThat(Ready.toAct(new Reading.Help(), TOOLS, agent)).isFalse();
  }

  @Test
  void census_readsWhatIsTyped() {
    Reading reading =
        TOOLS.read(
            List.of(Heard.typed("r dash six two zero a dash nine c two")), new Focus.Anything());
    assertThat(Meant.by(reading, TOOLS)).contains(new Meant(List.of("R620A9C2")));
    assertThat(Census.shapes()).hasSize(7);
  }

  private static boolean ready(Draft draft, double confidence, AgentSettings agent) {
    return Ready.toAct(new Reading.Request(draft, confidence), TOOLS, agent);
  }

  private static Draft draft(String tool, String name, String json, double confidence) {
    return new Draft(tool, Map.of(name, new Draft.Value(json, json, confidence, true)));
  }
}
