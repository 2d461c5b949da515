package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Voice;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class VoicesTest {

  private record Silent(String name, int rate) implements Voice {
    @Override
    public void speak(String text, Predicate<Samples> out) {}
  }

  @Test
  void get_unknown_namesThoseThereAre() {
    Voices voices = Voices.standard().with(new Silent("tone", 24_000));

    assertThat(voices.names()).containsExactly("freetts", "tone");
    assertThat(voices.get("tone").rate()).isEqualTo(24_000);
    assertThatThrownBy(() -> voices.get("frog"))
        .hasMessage("there is no voice \"frog\": choose one of freetts, tone");
  }
}
