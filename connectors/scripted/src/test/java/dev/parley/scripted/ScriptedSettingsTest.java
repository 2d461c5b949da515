package dev.parley.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptedSettingsTest {

  @Test
  void parse_allOptions() {
    assertThat(
            ScriptedSettings.parse(
                "scripted:think=0ms, reply=1.5s,tool=look_up,calls=2,preamble=500ms,"
                    + "hears=book a table,fail=3"))
        .isEqualTo(
            new ScriptedSettings(
                Duration.ZERO,
                Duration.ofMillis(1_500),
                Optional.of("look_up"),
                Optional.empty(),
                /* calls= */ 2,
                Duration.ofMillis(500),
                Optional.of("book a table"),
                /* fail= */ 3));
  }

  @Test
  void parse_nothing_isDefaults() {
    assertThat(ScriptedSettings.parse("scripted")).isEqualTo(ScriptedSettings.defaults());
    assertThat(ScriptedSettings.parse("scripted:")).isEqualTo(ScriptedSettings.defaults());
  }

  @Test
  void with_changesOneThing() {
    ScriptedSettings changed =
        ScriptedSettings.defaults()
            .withThink(Duration.ZERO)
            .withReply(Duration.ofSeconds(1))
            .withCalls(2)
            .withPreamble(Duration.ofMillis(500))
            .withHears("yes")
            .withFail(4);

    assertThat(changed)
        .isEqualTo(
            ScriptedSettings.parse(
                "scripted:think=0s,reply=1s,calls=2,preamble=500ms,hears=yes,fail=4"));
    assertThat(changed.withTool("look_up", "{\"secret\":1}").arguments())
        .contains("{\"secret\":1}");
  }

  @Test
  void toString_keepsWordsAndArgumentsOut() {
    assertThat(ScriptedSettings.parse("scripted:hears=my secret").withTool("t", "{\"secret\":1}"))
        .asString()
        .doesNotContain("secret")
        .contains("9 letters", "1 calls of t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scripted:thnik=1s        | scripted has no option "thnik": valid are think, reply, tool, calls, preamble, hears, fail
          scripted:think=1         | option "think" of scripted is a duration such as 150ms, 4s or 1.5s, got "1"
          scripted:think           | option "think" of scripted needs a value: think=VALUE
          scripted:tool=           | option "tool" of scripted needs a value: tool=VALUE
          scripted:think=1s,think=2s | option "think" of scripted is given twice: give it once
          other:think=1s           | "other:think=1s" is not a spec of scripted: it begins with "scripted:"
          scripted:reply=0s        | reply must be more than 0 and at most 1 h, got PT0S
          scripted:reply=2h        | option "reply" of scripted is a duration such as 150ms, 4s or 1.5s, got "2h"
          scripted:think=9000s     | think must be 0 to 1 h, got PT2H30M
          scripted:preamble=9000s  | preamble must be 0 to 1 h, got PT2H30M
          scripted:tool=a b        | a tool's name has 1 to 64 letters, digits, _ or -, got "a b"
          scripted:calls=0         | option "calls" of scripted is a whole number from 1 to 16, got "0"
          scripted:calls=two       | option "calls" of scripted is a whole number from 1 to 16, got "two"
          scripted:calls=17        | option "calls" of scripted is a whole number from 1 to 16, got "17"
          scripted:fail=0          | option "fail" of scripted is a whole number from 1 to 1000000, got "0"
          scripted:fail=1.5        | option "fail" of scripted is a whole number from 1 to 1000000, got "1.5"
          scripted:hears=          | option "hears" of scripted needs a value: hears=VALUE
          scripted:hears=yes, no   | scripted has no option "no": valid are think, reply, tool, calls, preamble, hears, fail
          scripted:,               | scripted has no option "": valid are think, reply, tool, calls, preamble, hears, fail
          """)
  void parse_wrong_saysWhatIsValid(String spec, String message) {
    assertThatThrownBy(() -> ScriptedSettings.parse(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void construct_outOfRange_isRefused() {
    ScriptedSettings some = ScriptedSettings.defaults();
    assertThatThrownBy(() -> some.withCalls(0)).hasMessage("calls must be 1 to 16, got 0");
    assertThatThrownBy(() -> some.withFail(-1)).hasMessage("fail must be 0 or more, got -1");
    assertThatThrownBy(() -> some.withHears(" "))
        .hasMessage("hears must be 1 to 1000 letters, got 1");
    assertThatThrownBy(() -> some.withHears("a".repeat(1_001)))
        .hasMessage("hears must be 1 to 1000 letters, got 1001");
    assertThatThrownBy(() -> some.withPreamble(Duration.ofSeconds(-1)))
        .hasMessage("preamble must be 0 to 1 h, got PT-1S");
  }
}
