package dev.parley.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Delivery.Style;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the real program, where it is installed. */
class EspeakVoiceTest {

  private static final String TEXT =
      "Thank you for calling. The order that you asked for, the one from last week, will be there"
          + " tomorrow morning. If you want to change it, please tell me now.";

  private final EspeakVoice voice = new EspeakVoice(EspeakSettings.defaults());

  @BeforeEach
  void installed() {
    assumeThat(voice.isAvailable()).isTrue();
  }

  private Samples spoken(String text, Delivery how) {
    return Prosody.speech(voice, text, how);
  }

  @Test
  void speak_text_isAudibleSpeechOfPlausibleLength() {
    Prosody casual = Prosody.of(spoken(TEXT, Delivery.plain()), voice.rate());

    assertThat(casual.seconds()).isBetween(6.0, 14.0);
    assertThat(casual.hertz()).isBetween(70.0, 200.0);
    assertThat(spoken(" \n", Delivery.plain()).isEmpty()).isTrue();
  }

  @Test
  void speak_styles_differInPitchPaceAndPauses() {
    Prosody casual = prosody(Style.CASUAL);
    Prosody calm = prosody(Style.CALM);
    Prosody serious = prosody(Style.SERIOUS);

    assertThat(calm.hertz()).isLessThan(0.95 * casual.hertz());
    assertThat(serious.hertz()).isLessThan(0.95 * calm.hertz());
    assertThat(calm.seconds()).isGreaterThan(1.1 * serious.seconds());
    assertThat(serious.seconds()).isGreaterThan(1.05 * casual.seconds());
    assertThat(calm.paused()).isGreaterThan(1.15 * serious.paused());
    assertThat(serious.paused()).isGreaterThan(1.15 * casual.paused());
    assertThat(calm.spread()).isLessThan(0.8 * casual.spread());
  }

  private Prosody prosody(Style style) {
    return Prosody.of(spoken(TEXT, Delivery.plain().withStyle(style)), voice.rate());
  }

  @Test
  void speak_speeds_takeTheirTime() {
    double usual = Prosody.of(spoken(TEXT, Delivery.plain()), voice.rate()).seconds();
    for (double speed : new double[] {0.25, 0.5, 0.75, 1.25, 1.5}) {
      Samples speech = spoken(TEXT, Delivery.plain().withSpeed(speed));
      assertThat(usual / Prosody.of(speech, voice.rate()).seconds())
          .isBetween(speed * 0.85, speed * 1.15);
    }
  }

  @Test
  void speak_languages_soundDifferent() {
    EspeakVoice french = voice.speaking("fr-CA");
    Samples asked = spoken("Ils sont ici.", Delivery.plain().withLanguage("fr"));

    assertThat(french.name()).isEqualTo("espeak-ng:fr-CA");
    assertThat(Prosody.speech(french, "Ils sont ici.", Delivery.plain())).isEqualTo(asked);
    assertThat(spoken("Ils sont ici.", Delivery.plain())).isNotEqualTo(asked);
    assertThat(spoken("Ils sont ici.", Delivery.plain().withLanguage("tlh")))
        .isEqualTo(spoken("Ils sont ici.", Delivery.plain()));
    assertThat(voice.languages()).contains("es", "fr", "de", "en-us");
  }

  @Test
  void speaking_unknownLanguage_isRefusedInOneSentence() {
    assertThatThrownBy(() -> voice.speaking("tlh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("espeak-ng does not speak \"tlh\": try another tag, like \"fr\"");
  }

  @Test
  void speak_refused_stopsWithinAFrame() {
    int frame = voice.rate() / 50;
    int[] taken = {0};
    voice.speak(
        TEXT.repeat(100),
        piece -> {
          assertThat(piece.count()).isLessThanOrEqualTo(frame);
          taken[0] += piece.count();
          return taken[0] < voice.rate();
        });

    assertThat(taken[0]).isBetween(voice.rate(), voice.rate() + frame);
  }

  @Test
  void speak_markupAndCommands_areText() {
    Samples plain = spoken("hello", Delivery.plain());

    assertThat(spoken("[[h@l'oU]] & <break time=\"9s\"/> \u0000 \ud800", Delivery.plain()).count())
        .isLessThan(8 * voice.rate());
    assertThat(spoken("hello</prosody></speak>hello", Delivery.plain()).count())
        .isGreaterThan(plain.count() * 2);
  }
}
