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
    assertThat(ScriptedSettings.parse("scripted:think=0ms, reply=1.5s,tool=look_up"))
        .isEqualTo(
            new ScriptedSettings(
                Duration.ZERO, Duration.ofMillis(1_500), Optional.of("look_up"), "{}"));
  }

  @Test
  void parse_nothing_isDefaults() {
    assertThat(ScriptedSettings.parse("scripted")).isEqualTo(ScriptedSettings.defaults());
    assertThat(ScriptedSettings.parse("scripted:")).isEqualTo(ScriptedSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scripted:thnik=1s        | scripted has no option "thnik": valid are think, reply, tool
          scripted:think=1         | option "think" of scripted is a duration such as 150ms, 4s or 1.5s, got "1"
          scripted:think           | option "think" of scripted needs a value: think=VALUE
          scripted:tool=           | option "tool" of scripted needs a value: tool=VALUE
          scripted:think=1s,think=2s | option "think" of scripted is given twice: give it once
          other:think=1s           | "other:think=1s" is not a spec of scripted: it begins with "scripted:"
          scripted:reply=0s        | reply must be more than 0 and at most 1 h, got PT0S
          scripted:reply=2h        | option "reply" of scripted is a duration such as 150ms, 4s or 1.5s, got "2h"
          scripted:think=9000s     | think must be 0 to 1 h, got PT2H30M
          scripted:tool=a b        | a tool's name has 1 to 64 letters, digits, _ or -, got "a b"
          scripted:,               | scripted has no option "": valid are think, reply, tool
          """)
  void parse_wrong_saysWhatIsValid(String spec, String message) {
    assertThatThrownBy(() -> ScriptedSettings.parse(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
