package dev.parley.speech.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AgentSettingsTest {

  private final AgentSettings settings = AgentSettings.defaults();

  @Test
  void defaults_areAsTheDocsSay() {
    assertThat(settings).isEqualTo(new AgentSettings(0.85, 0.6, 0.85, 3, 600));
  }

  @Test
  void with_changesOne() {
    assertThat(
            settings
                .withCertainCode(0)
                .withCertainOther(1)
                .withCertainAnswer(0.5)
                .withMostAgain(10)
                .withLongest(40))
        .isEqualTo(new AgentSettings(0, 1, 0.5, 10, 40));
  }

  @Test
  void outOfRange_isRefusedByName() {
    refused(() -> settings.withCertainCode(1.1), "certainCode");
    refused(() -> settings.withCertainCode(Double.NaN), "certainCode");
    refused(() -> settings.withCertainOther(-0.1), "certainOther");
    refused(() -> settings.withCertainAnswer(1.1), "certainAnswer");
    refused(() -> settings.withMostAgain(0), "mostAgain");
    refused(() -> settings.withLongest(39), "longest");
  }

  private static void refused(Runnable change, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(change::run)
        .withMessageStartingWith(name + " must be");
  }
}
