package dev.parley.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

  private final Variables variables = new Variables();

  @ParameterizedTest
  @CsvSource({
    "PARLEY_SERVE_PROT, did you mean PARLEY_SERVE_PORT?",
    "PARLEY_PORT, did you mean PARLEY_SERVE_PORT?",
    "PARLEY_JAVA_OPT, did you mean PARLEY_JAVA_OPTS?",
    "PARLEY_CONF, did you mean PARLEY_CONFIG?",
    "PARLEY_LOG_FORMATS, did you mean PARLEY_LOG_FORMAT?",
    "PARLEY_MODELS_GPT, 'models stand in the file only, as models.NAME'",
    "PARLEY_NOTHING_OF_THE_SORT, '''parley config show'' lists all settings'",
    "PARLEY_KEYS, keys stand in the file only: write keys.NAME.key = ${PARLEY_KEYS} there",
    "PARLEY_KEYS_SHOP_KEY, write keys.NAME.key = ${PARLEY_KEYS_SHOP_KEY} there"
  })
  void nameThatIsNone_isTold_withTheNearest(String name, String end) {
    assertThat(variables.mistake(name, "8080", Set.of())).get().asString().endsWith(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOME",
        "PARLEY_SERVE_PORT",
        "PARLEY_CONFIG",
        "PARLEY_JAVA_HOME",
        "PARLEY_JAVA_OPTS",
        "PARLEY_SERVICE_HOST",
        "PARLEY_SERVICE_PORT",
        "PARLEY_METRICS_SERVICE_PORT_HTTP",
        "PARLEY_PORT_8080_TCP",
        "PARLEY_PORT_8080_TCP_ADDR"
      })
  void settingsAndVariablesOfOthers_areLeftAlone(String name) {
    assertThat(variables.mistake(name, "8080", Set.of())).isEmpty();
  }

  @Test
  void addressOfAService_isLeftAlone() {
    assertThat(variables.mistake("PARLEY_PORT", "tcp://10.0.0.1:80", Set.of())).isEmpty();
  }

  @Test
  void whatTheFileAsksFor_isLeftAlone() {
    assertThat(variables.mistake("PARLEY_MINE", "1", Set.of("PARLEY_MINE"))).isEmpty();
  }
}
