package dev.parley.speech.cascade;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import dev.parley.engine.model.Voice;
import dev.parley.speech.say.SpokenText;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets a voice say a text so that it is understood: numbers, codes and amounts as words. All voices
 * at one rate, so that a session may choose among them.
 */
final class Mouth implements Voice {

  private final Voice voice;
  private final int rate;

  Mouth(Voice voice, int rate) {
    this.voice = voice;
    this.rate = rate;
  }

  @Override
  public String name() {
    return voice.name();
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public Set<String> languages() {
    return voice.languages();
  }

  @Override
  public void speak(String text, Predicate<Samples> out) {
    speak(text, Delivery.plain(), out);
  }

  @Override
  public void speak(String text, Delivery how, Predicate<Samples> out) {
    String words =
        how.language()
            .map(language -> SpokenText.of(text, language))
            .orElse(SpokenText.of(text))
            .spoken();
    if (voice.rate() == rate) {
      voice.speak(words, how, out);
      return;
    }
    AtomicBoolean wanted = new AtomicBoolean(true);
    Resampler resampler = new Resampler(voice.rate(), rate);
    Consumer<Samples> hand =
        piece -> {
          if (wanted.get() && !out.test(piece)) {
            wanted.set(false);
          }
        };
    voice.speak(
        words,
        how,
        piece -> {
          resampler.accept(piece, hand);
          return wanted.get();
        });
    resampler.flush(hand);
  }
}
