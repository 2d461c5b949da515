package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Delivery.Style;
import dev.parley.speech.voice.Prosody;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FreeTtsVoiceTest {

  private static final String TEXT = "Hello there, this is a test. And a second sentence!";

  private static Samples spoken(FreeTtsVoice voice, String text) {
    List<Samples> pieces = new ArrayList<>();
    voice.speak(text, pieces::add);
    return pieces.stream().reduce(Samples.silence(0), Samples::append);
  }

  @Test
  void speak_text_isAudibleSpeechOfPlausibleLength() {
    Samples speech = spoken(new FreeTtsVoice(), TEXT);

    assertThat(speech.count() / 16_000.0).isBetween(2.5, 6.0);
    double power = 0;
    for (int i = 1; i < speech.count(); i++) {
      power += Math.pow(speech.at(i), 2);
    }
    // Bytes taken in the wrong order would be noise near full scale.
    assertThat(Math.sqrt(power / speech.count())).isBetween(500.0, 8_000.0);
  }

  @Test
  void speak_sameText_sameSamples() {
    FreeTtsVoice voice = new FreeTtsVoice();
    Samples first = spoken(voice, TEXT);
    spoken(voice, "Something else in between, 42.");

    assertThat(spoken(voice, TEXT)).isEqualTo(first);
    assertThat(spoken(new FreeTtsVoice(), TEXT)).isEqualTo(first);
  }

  @Test
  void speak_manyAtOnce_eachIsAsIfAlone() throws Exception {
    FreeTtsVoice voice = new FreeTtsVoice(3);
    List<String> texts = List.of(TEXT, "Good morning.", "One two three four.", "What a day!");
    List<Samples> alone = texts.stream().map(t -> spoken(voice, t)).toList();
    List<Callable<Samples>> jobs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String text = texts.get(i % texts.size());
      jobs.add(() -> spoken(voice, text));
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<Samples>> results = threads.invokeAll(jobs);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(alone.get(i % texts.size()));
      }
    }
  }

  @Test
  void speak_refused_stopsAndTheNextTextIsWhole() {
    FreeTtsVoice voice = new FreeTtsVoice(1);
    Samples whole = spoken(voice, TEXT);
    int[] pieces = {0};
    voice.speak(TEXT, piece -> ++pieces[0] < 3);

    assertThat(pieces[0]).isEqualTo(3);
    assertThat(spoken(voice, TEXT)).isEqualTo(whole);
  }

  @Test
  void speak_listenerThrows_theNextTextIsWhole() {
    FreeTtsVoice voice = new FreeTtsVoice(1);
    Samples whole = spoken(voice, TEXT);
    assertThatThrownBy(
            () ->
                voice.speak(
                    TEXT,
                    piece -> {
                      throw new IllegalStateException("ear is full");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(spoken(voice, TEXT)).isEqualTo(whole);
  }

  @Test
  void speak_oddTexts_saysWhatItCan() {
    FreeTtsVoice voice = new FreeTtsVoice(1);
    for (String text :
        List.of("", " ", "...", "$5.50", "héllo", "日本語", "a\nb\tc", "<b>&amp;", "x".repeat(300))) {
      voice.speak(text, piece -> true);
    }
    assertThat(spoken(voice, "").isEmpty()).isTrue();
    assertThat(spoken(voice, "$5.50").count()).isGreaterThan(8_000);
  }

  @Test
  void speak_styles_differInPitchPaceAndPauses() {
    Prosody casual = prosody(Style.CASUAL);
    Prosody calm = prosody(Style.CALM);
    Prosody serious = prosody(Style.SERIOUS);

    assertThat(calm.hertz()).isLessThan(0.97 * casual.hertz());
    assertThat(serious.hertz()).isLessThan(0.9 * calm.hertz());
    assertThat(calm.seconds()).isGreaterThan(1.1 * serious.seconds());
    assertThat(serious.seconds()).isGreaterThan(1.05 * casual.seconds());
    assertThat(calm.paused()).isGreaterThan(1.15 * serious.paused());
    assertThat(serious.paused()).isGreaterThan(1.15 * casual.paused());
    assertThat(calm.spread()).isLessThan(0.8 * casual.spread());
  }

  private static Prosody prosody(Style style) {
    String text =
        "The order that you asked for, the one from last week, will be there tomorrow morning. If"
            + " you want to change it, please tell me now.";
    Samples speech = Prosody.speech(new FreeTtsVoice(1), text, Delivery.plain().withStyle(style));
    return Prosody.of(speech, 16_000);
  }

  @Test
  void speak_speeds_takeTheirTime_andLeaveNoTrace() {
    FreeTtsVoice voice = new FreeTtsVoice(1);
    Samples usual = spoken(voice, TEXT);
    for (double speed : new double[] {0.25, 0.5, 0.75, 1.25, 1.5}) {
      Samples other = Prosody.speech(voice, TEXT, Delivery.plain().withSpeed(speed));
      assertThat(usual.count() / (double) other.count()).isBetween(speed * 0.9, speed * 1.1);
    }
    assertThat(spoken(voice, TEXT)).isEqualTo(usual);
  }

  @Test
  void speak_anyText_comesInFrames() {
    List<Samples> pieces = new ArrayList<>();
    new FreeTtsVoice(1).speak(TEXT, Delivery.plain().withStyle(Style.CALM), pieces::add);

    assertThat(pieces).allMatch(piece -> piece.count() <= 320);
  }

  @Test
  void speak_lettersInARow_haveAPauseEach() {
    FreeTtsVoice voice = new FreeTtsVoice(1);

    assertThat(spoken(voice, "A, B, C, E, G").count())
        .isGreaterThan(spoken(voice, "A B C E G").count() + 4 * 1_600);
  }

  @Test
  void atOnce_none_isRefused() {
    assertThatThrownBy(() -> new FreeTtsVoice(0)).hasMessage("atOnce must be 1 or more, got 0");
  }
}
