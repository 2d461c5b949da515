package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import dev.parley.speech.voice.EspeakSettings;
import dev.parley.speech.voice.EspeakVoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class VoicesTest {

  private record Silent(String name, int rate) implements Voice {
    @Override
    public void speak(String text, Predicate<Samples> out) {}
  }

  /** Remembers how it was asked to speak. */
  private record Attentive(List<Delivery> heard) implements Voice {
    @Override
    public String name() {
      return "attentive";
    }

    @Override
    public int rate() {
      return 16_000;
    }

    @Override
    public void speak(String text, Predicate<Samples> out) {
      speak(text, Delivery.plain(), out);
    }

    @Override
    public void speak(String text, Delivery how, Predicate<Samples> out) {
      heard.add(how);
    }
  }

  private final Voices voices =
      Voices.standard(EspeakSettings.defaults().withProgram("no-such-program"))
          .with(new Silent("tone", 24_000));

  @Test
  void get_unknown_namesThoseThereAre() {
    assertThat(voices.names()).containsExactly("freetts", "tone");
    assertThat(voices.get("tone").rate()).isEqualTo(24_000);
    assertThatThrownBy(() -> voices.get("frog"))
        .hasMessage("there is no voice \"frog\": choose one of freetts, tone");
  }

  @Test
  void get_style_isSpokenUnlessATextAsksForAnother() {
    List<Delivery> heard = new ArrayList<>();
    Voice voice = voices.with(new Attentive(heard)).get("attentive:calm");
    voice.speak("a", piece -> true);
    voice.speak("b", Delivery.plain(), piece -> true);

    assertThat(voice.name()).isEqualTo("attentive:calm");
    assertThat(heard)
        .containsExactly(Delivery.plain().withStyle(Delivery.Style.CALM), Delivery.plain());
  }

  @Test
  void get_languageOfAVoiceThatHasOne_isRefusedInOneSentence() {
    assertThatThrownBy(() -> voices.get("freetts:fr"))
        .hasMessage(
            "the voice \"freetts\" has no style or language \"fr\": its styles are casual, calm and"
                + " serious");
  }

  @Test
  void get_languageAndStyleOfEspeak_areBothKept() {
    EspeakVoice espeak = new EspeakVoice(EspeakSettings.defaults());
    assumeThat(espeak.isAvailable()).isTrue();

    assertThat(Voices.standard().names()).containsExactly("freetts", "espeak-ng");
    assertThat(Voices.standard().get("espeak-ng:fr:serious").name())
        .isEqualTo("espeak-ng:fr:serious");
  }

  @Test
  void best_isOneThatIsAlwaysThere() {
    assertThat(Voices.best().name()).isEqualTo("freetts");
  }
}
